package io.holdfast.desired;

import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.app.Kinds;
import io.holdfast.desired.extend.Extension;
import io.holdfast.desired.finding.Finding;
import io.holdfast.desired.folder.FolderReader;
import io.holdfast.desired.folder.Look;
import io.holdfast.desired.folder.Snapshot;
import io.holdfast.desired.yaml.Limits;
import io.holdfast.reference.CoreSchema;
import io.holdfast.reference.Editor;
import io.holdfast.reference.Editor.Mark;
import io.holdfast.reference.Format;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * What an editor says to the corpus of {@link CorpusTest}: nothing to what loads, something to every folder that does not, and
 * to a mistake of spelling, type or range the same as Holdfast, in the same place. What JSON Schema cannot say stands in
 * {@code schema-cannot-say.txt}, with the reason: a folder where nothing is marked, or one finding of a folder.
 */
class SchemaCorpusTest {
    private static final Path CORPUS = Path.of("src/test/resources/io/holdfast/desired");
    private static final Editor EDITOR = Editor.with(Format.schema());
    private static final List<Judged> BAD = judged("bad");

    @Test
    void nothingThatLoadsIsMarked() {
        // Given
        List<Judged> good = judged("good");

        // When
        List<String> marks = good.stream()
                .flatMap(it -> Stream.concat(it.seen(), it.merged().stream()).map(mark -> it.folder() + ": " + mark))
                .toList();

        // Then
        assertThat(marks).isEmpty();
        assertThat(good).hasSizeGreaterThan(10);
    }

    @Test
    void whatHoldfastRefusesIsMarkedInTheSamePlaceUnlessASchemaCannotSayIt() throws IOException {
        // Given
        List<String> unsayable = Files.readAllLines(CORPUS.resolve("schema-cannot-say.txt")).stream()
                .filter(it -> !it.isEmpty() && !it.startsWith("#"))
                .map(it -> it.substring(0, it.indexOf(": ")))
                .toList();

        // When
        Map<String, List<Judged>> folders =
                BAD.stream().collect(Collectors.groupingBy(Judged::folder, TreeMap::new, toList()));
        TreeSet<String> unmarked = new TreeSet<>();
        folders.forEach((folder, environments) -> {
            if (environments.stream().noneMatch(Judged::isMarked)) {
                unmarked.add(folder);
            } else {
                environments.forEach(it -> it.unmarked().forEach(finding -> unmarked.add(folder + " " + finding)));
            }
        });

        // Then
        assertThat(unmarked).containsExactlyInAnyOrderElementsOf(unsayable);
        assertThat(BAD).flatExtracting(Judged::refusals).hasSizeGreaterThan(100);
    }

    /** A false alarm is worse than none: an author who gets used to it overlooks the next. */
    @Test
    void nothingIsMarkedThatHoldfastDoesNotRefuse() {
        // Given
        List<String> alarms = new ArrayList<>();

        // When
        BAD.forEach(it -> it.merged().stream()
                .filter(mark -> it.findings().stream().noneMatch(finding -> isAbout(mark, finding)))
                .forEach(mark -> alarms.add(it.folder() + " " + mark)));

        // Then
        assertThat(alarms).isEmpty();
    }

    /**
     * One environment of the corpus, before its two judges.
     *
     * @param findings what Holdfast says
     * @param files what an editor says to each of its files, by name; absent where its own parser already gives up
     * @param merged what the schema says to what comes of the files together, which no editor sees
     */
    private record Judged(
            String folder,
            List<Finding> findings,
            Map<String, Optional<Collection<Mark>>> files,
            Collection<Mark> merged) {
        /** What Holdfast says of spelling, types and ranges. */
        List<Finding> refusals() {
            return findings.stream()
                    .filter(it -> it.code().name().startsWith("SCHEMA_"))
                    .toList();
        }

        Stream<Mark> seen() {
            return files.values().stream().flatMap(Optional::stream).flatMap(Collection::stream);
        }

        /** Whether whoever has the files open sees anything red. */
        boolean isMarked() {
            return files.values().stream().anyMatch(Optional::isEmpty)
                    || seen().findAny().isPresent();
        }

        List<String> unmarked() {
            return refusals().stream()
                    .filter(finding -> marksIn(finding.at().file()).noneMatch(mark -> isAbout(mark, finding)))
                    .map(finding -> finding.code() + " " + finding.path())
                    .toList();
        }

        private Stream<Mark> marksIn(String file) {
            Collection<Mark> inFile = files.getOrDefault(file, Optional.empty()).orElse(List.of());
            return Stream.concat(inFile.stream(), merged.stream());
        }
    }

    /** The same place, or the map in which a key is wrong or missing; a finding shows a letter that only looks like one. */
    private static boolean isAbout(Mark mark, Finding finding) {
        String path = finding.path();
        int dot = path.lastIndexOf('.');
        String marked =
                Finding.of(finding.code(), finding.at(), mark.path(), "").path();
        return marked.equals(path) || marked.equals(dot < 0 ? "" : path.substring(0, dot));
    }

    private static List<Judged> judged(String sort) {
        try (Stream<Path> folders = Files.list(CORPUS.resolve(sort))) {
            return folders.sorted().flatMap(SchemaCorpusTest::environments).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Stream<Judged> environments(Path folder) {
        Look.Seen seen = (Look.Seen) FolderReader.untracked(folder.resolve("environments"), Limits.DEFAULT.bytes())
                .look();
        return Environments.in(seen.snapshot()).values().stream()
                .map(draft -> new Judged(
                        folder.getFileName().toString(),
                        new EnvironmentReader(Kinds.all()).read(draft).findings(),
                        files(draft, seen.snapshot()),
                        merged(draft)));
    }

    private static Map<String, Optional<Collection<Mark>>> files(Draft draft, Snapshot snapshot) {
        Extension extension = new Extension(draft.files(), finding -> {});
        extension.tree(draft.parts());
        boolean isOneOfSeveral = draft.parts().size() > 1;
        Map<String, Optional<Collection<Mark>>> files = new TreeMap<>();
        for (String name : extension.used()) {
            byte[] bytes = snapshot.files().get(name);
            if (bytes != null) {
                boolean isPart = isOneOfSeveral && draft.parts().contains(name);
                files.put(name, parsed(bytes).map(isPart ? EDITOR::marksInPart : EDITOR::marks));
            }
        }
        return files;
    }

    /** Absent where an editor's own parser would not get through. */
    private static Optional<JsonNode> parsed(byte[] bytes) {
        try {
            return Optional.of(CoreSchema.json(new String(bytes, StandardCharsets.UTF_8)));
        } catch (YAMLException notYaml) {
            return Optional.empty();
        }
    }

    private static Collection<Mark> merged(Draft draft) {
        return new Extension(draft.files(), finding -> {})
                .tree(draft.parts())
                .map(tree -> EDITOR.marks(CoreSchema.json(tree)))
                .orElseGet(TreeSet::new);
    }
}
