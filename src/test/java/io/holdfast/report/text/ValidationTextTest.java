package io.holdfast.report.text;

import static io.holdfast.report.Validations.bad;
import static io.holdfast.report.Validations.finding;
import static io.holdfast.report.Validations.good;
import static io.holdfast.report.Validations.misspelt;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.report.Validations;
import io.holdfast.report.document.FindingDocument;
import io.holdfast.report.document.ValidationDocument;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ValidationTextTest {
    private static final String FILE = "environments/staging.yaml";

    private final ValidationDocument validation =
            Validations.of(good("production"), bad("staging", finding(FILE, 10, "x"), misspelt(FILE, 9)));

    @Test
    void findingsReadAsACompilersFromTopToBottom() {
        assertThat(ValidationText.of(validation, Paint.PLAIN)).isEqualTo("""
                environments/staging.yaml:9:7: SCHEMA_UNKNOWN spec.databases.main.enigne: unknown key; did you mean engine? allowed: engine, engineVersion
                environments/staging.yaml:10:1: SEMANTIC: no; found x
                """);
    }

    @Test
    void theSummaryTellsWhatBecomesOfEach() {
        assertThat(ValidationText.summary(validation, Paint.PLAIN)).isEqualTo("""
                production: 9 resources, mode enforce
                staging: 2 findings; meanwhile it stays as it is
                """);
    }

    @Test
    void colourChangesNoWord() {
        // Given
        String plain = ValidationText.of(validation, Paint.PLAIN) + ValidationText.summary(validation, Paint.PLAIN);

        // When
        String painted = ValidationText.of(validation, Paint.ANSI) + ValidationText.summary(validation, Paint.ANSI);

        // Then
        assertThat(painted)
                .contains("\u001B[31mSCHEMA_UNKNOWN\u001B[0m", "\u001B[32mengine\u001B[0m")
                .satisfies(
                        it -> assertThat(it.replaceAll("\u001B\\[[0-9]*m", "")).isEqualTo(plain));
    }

    @Test
    void nothingInAFileCanSteerATerminal() {
        // Given
        FindingDocument hostile = finding("environments/\u001B[2J.yaml", 1, "\u202Etxt\u001B]0;x");

        // When
        String text = ValidationText.of(Validations.of(bad("staging", hostile)), Paint.PLAIN);

        // Then
        assertThat(text).doesNotContain("\u001B", "\u202E").contains("\\u001b[2J.yaml", "\\u202etxt");
    }

    @Test
    void aMistakeInWhatSeveralExtendIsToldOnce() {
        // Given
        FindingDocument shared = misspelt("environments/_shared.yaml", 3);

        // When
        String text = ValidationText.of(Validations.of(bad("staging", shared), bad("test", shared)), Paint.PLAIN);

        // Then
        assertThat(text.lines()).hasSize(1);
    }

    @Test
    void inMarkdownItIsATable() {
        assertThat(ValidationMarkdown.of(validation)).isEqualTo("""
                # 1 of 2 environments does not load

                | where | what |
                | --- | --- |
                | `environments/staging.yaml:9:7` | SCHEMA_UNKNOWN `spec.databases.main.enigne: unknown key; did you mean engine? allowed: engine, engineVersion` |
                | `environments/staging.yaml:10:1` | SEMANTIC `no; found x` |

                - `production`: 9 resources, mode enforce
                - `staging`: 2 findings; meanwhile it stays as it is
                """);
    }

    @Test
    void whatIsValidNeedsNoTable() {
        assertThat(ValidationMarkdown.of(Validations.of(good("production"), good("staging"))))
                .isEqualTo("""
                        # All 2 environments are valid

                        - `production`: 9 resources, mode enforce
                        - `staging`: 9 resources, mode enforce
                        """);
    }

    @Test
    void aLongTableIsCutAndSaysSo() {
        // Given
        FindingDocument[] many = IntStream.rangeClosed(1, 40)
                .mapToObj(line -> misspelt(FILE, line))
                .toArray(FindingDocument[]::new);

        // When
        String text = ValidationMarkdown.of(Validations.of(bad("staging", many)));

        // Then
        assertThat(text).contains("yaml:25:7").doesNotContain("yaml:26:7").contains("And 15 more.");
    }

    @Test
    void noValueIsMoreThanTextInMarkdown() {
        // Given
        FindingDocument hostile = finding(FILE, 1, "a | b <img src=x> @everyone `");

        // When
        String text = ValidationMarkdown.of(Validations.of(bad("staging", hostile)));

        // Then
        assertThat(text).contains("`` no; found a \\| b <img src=x> @everyone ` `` |");
    }
}
