package io.holdfast.desired;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.reference.CoreSchema;
import io.holdfast.reference.Editor;
import io.holdfast.reference.Format;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever copies an example out of the documentation gets something that loads. */
class DocumentedExamplesTest {
    private static final Pattern YAML = Pattern.compile("(?ms)^```ya?ml\\n(.*?)^```$");
    private static final Pattern NAME = Pattern.compile("(?m)^  name: ([a-z-]+)");
    private static final Editor EDITOR = Editor.with(Format.schema());

    @Test
    void everyEnvironmentInTheDocumentationIsOne() throws IOException {
        // Given
        List<String> examples = examples();

        // When
        List<String> wrong = new ArrayList<>();
        for (String example : examples) {
            EDITOR.marks(CoreSchema.json(example)).forEach(mark -> wrong.add(mark + " in\n" + example));
            if (!example.contains("\nextends:")) {
                Loading.of(name(example), example).findings().forEach(it -> wrong.add(it + " in\n" + example));
            }
        }

        // Then
        assertThat(wrong).isEmpty();
        assertThat(examples).hasSizeGreaterThanOrEqualTo(2);
    }

    private static List<String> examples() throws IOException {
        List<String> examples = new ArrayList<>();
        for (Path page : pages()) {
            YAML.matcher(Files.readString(page))
                    .results()
                    .map(it -> it.group(1))
                    .filter(it -> it.contains("kind: Environment"))
                    .forEach(examples::add);
        }
        return examples;
    }

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(Path.of("README.md")));
        try (Stream<Path> documents = Files.walk(Path.of("docs"))) {
            documents.filter(it -> it.toString().endsWith(".md")).sorted().forEach(pages::add);
        }
        return pages;
    }

    private static String name(String example) {
        return NAME.matcher(example)
                .results()
                .map(MatchResult::group)
                .findFirst()
                .orElseThrow()
                .replace("  name: ", "");
    }
}
