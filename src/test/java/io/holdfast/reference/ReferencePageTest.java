package io.holdfast.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.app.Kinds;
import io.holdfast.model.Cost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReferencePageTest {
    private static final Path PAGE = Path.of("docs/environment.md");

    /** What stands above is written by hand and stays. */
    private static final String BELOW = "<!-- Made from the code, from here on: ReferencePageTest says how. -->\n\n";

    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");
    private static final Pattern LINK = Pattern.compile("\\]\\(#([^)]+)\\)");

    private final String generated = new ReferencePage(Format.form(), Kinds.all(), Format.words()).markdown();

    @Test
    void thePageIsWhatTheCodeAccepts() throws IOException {
        CheckedIn.isCurrent(PAGE, byHand() + BELOW + generated, getClass());
    }

    @Test
    void everyLinkLeadsToOneHeading() throws IOException {
        // Given
        String page = byHand() + generated;

        // When
        List<String> anchors =
                found(HEADING, page).stream().map(Section::anchor).toList();

        // Then
        assertThat(anchors).doesNotHaveDuplicates().containsAll(found(LINK, page));
        assertThat(anchors).hasSizeGreaterThan(60);
    }

    @Test
    void everyFieldOfEveryKindSaysWhatAChangeCosts() {
        // Given
        List<Cost> costs = Kinds.all().stream()
                .flatMap(kind -> kind.fields().costs().stream())
                .toList();

        // When
        List<Cost> silent = costs.stream().filter(it -> !isTold(it)).toList();

        // Then
        assertThat(silent)
                .as("but for what no YAML can say")
                .extracting(Cost::path)
                .containsOnly("policyType");
        assertThat(costs).hasSizeGreaterThan(100);
    }

    /** In a row of its name, or of what it is a member of, with the call that changes it. */
    private boolean isTold(Cost cost) {
        return Arrays.stream(cost.path().split("\\."))
                .filter(it -> !it.equals("*"))
                .anyMatch(name -> generated
                        .lines()
                        .anyMatch(it -> it.startsWith("| `" + name + "`") && it.endsWith("`" + cost.call() + "` |")));
    }

    private static String byHand() throws IOException {
        String page = Files.readString(PAGE);
        assertThat(page).contains(BELOW);
        return page.substring(0, page.indexOf(BELOW));
    }

    private static List<String> found(Pattern pattern, String text) {
        List<String> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
