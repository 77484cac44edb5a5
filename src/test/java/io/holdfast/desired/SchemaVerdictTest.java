package io.holdfast.desired;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.app.Kinds;
import io.holdfast.desired.extend.Extension;
import io.holdfast.desired.finding.Finding;
import io.holdfast.desired.folder.FolderReader;
import io.holdfast.desired.folder.Look;
import io.holdfast.desired.slot.SpecReader;
import io.holdfast.desired.yaml.Limits;
import io.holdfast.desired.yaml.Node;
import io.holdfast.desired.yaml.Node.Entry;
import io.holdfast.desired.yaml.Node.Mapping;
import io.holdfast.desired.yaml.Node.Scalar;
import io.holdfast.desired.yaml.Node.Sequence;
import io.holdfast.desired.yaml.Node.Style;
import io.holdfast.model.Location;
import io.holdfast.reference.CoreSchema;
import io.holdfast.reference.Editor;
import io.holdfast.reference.Editor.Mark;
import io.holdfast.reference.Format;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Two judges of one format, the reader and the schema, over the repository's environments and a few thousand slips in them. */
class SchemaVerdictTest {
    private static final Editor EDITOR = Editor.with(Format.schema());
    private static final int SLIPS = 300;

    /** How many slips at least must be none to the reader, or nothing is known of what the schema lets through. */
    private static final int FORGIVEN = 5;

    private static final Location SOMEWHERE = new Location("slip.yaml", 1, 1);

    /** What may come to stand anywhere by mistake. Numbers that have another spelling in YAML than in JSON are elsewhere. */
    private static final List<Node> ODDITIES = List.of(
            plain("many"),
            plain("1.5"),
            plain("-1"),
            plain("0"),
            plain("99999999999"),
            plain("true"),
            plain("~"),
            quoted("3"),
            quoted(""),
            quoted("true"),
            new Sequence(SOMEWHERE, List.of()),
            new Sequence(SOMEWHERE, List.of(quoted("a"))),
            new Mapping(SOMEWHERE, Map.of()),
            new Mapping(SOMEWHERE, Map.of("odd", new Entry(plain("odd"), plain("odd")))));

    @Test
    void theRepositorysEnvironmentsAreMarkedNowhereFileByFileAndMerged() {
        // Given
        Look.Seen seen = (Look.Seen) new FolderReader(Path.of("environments"), Limits.DEFAULT.bytes()).look();

        // When
        List<Mark> marks = new ArrayList<>();
        seen.snapshot().files().values().forEach(bytes -> marks.addAll(EDITOR.marks(CoreSchema.json(text(bytes)))));
        trees().values().forEach(tree -> marks.addAll(EDITOR.marks(CoreSchema.json(tree))));

        // Then
        assertThat(marks).isEmpty();
        assertThat(trees()).containsOnlyKeys("production", "staging");
    }

    @Test
    void aSlipIsMarkedExactlyWhereTheReaderRefusesIt() {
        // Given
        long seed = Long.getLong("seed", new Random().nextLong());
        Random random = new Random(seed);
        List<Mapping> trees = List.copyOf(trees().values());

        // When
        List<String> disagreements = new ArrayList<>();
        int refused = 0;
        for (int run = 0; run < SLIPS; run++) {
            Mapping tree = inMap(trees.get(run % trees.size()), random);
            List<Finding> findings = refusals(tree);
            Collection<Mark> marks = EDITOR.marks(CoreSchema.json(tree));
            refused += findings.isEmpty() ? 0 : 1;
            if (findings.isEmpty() != marks.isEmpty() && isJudged(tree)) {
                disagreements.add("reader: " + findings + " schema: " + marks);
            }
        }

        // Then
        System.out.printf("slips: %d, refused %d, seed %d%n", SLIPS, refused, seed);
        assertThat(disagreements).as("seed %d", seed).isEmpty();
        // Some 278 are refused, give or take 5; the lot must not decide whether both answers were compared.
        assertThat(refused).isBetween(SLIPS / 4, SLIPS - FORGIVEN);
    }

    /** Without metadata a file is taken for one that others extend. */
    private static boolean isJudged(Mapping tree) {
        return tree.entries().containsKey("metadata") && !tree.entries().containsKey(Extension.KEY);
    }

    private static Map<String, Mapping> trees() {
        Look.Seen seen = (Look.Seen) new FolderReader(Path.of("environments"), Limits.DEFAULT.bytes()).look();
        Map<String, Mapping> trees = new LinkedHashMap<>();
        Environments.in(seen.snapshot())
                .forEach((name, draft) -> trees.put(
                        name,
                        new Extension(draft.files(), finding -> {})
                                .tree(draft.parts())
                                .orElseThrow()));
        return trees;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, UTF_8);
    }

    /** What the reader says of spelling, types and ranges. */
    private static List<Finding> refusals(Mapping tree) {
        SpecReader specs = new SpecReader(Kinds.all());
        List<Finding> findings = new ArrayList<>();
        Header.read(tree, "staging", specs.sections(), findings::add);
        Entry spec = tree.entries().get("spec");
        if (spec != null) {
            specs.read("staging", spec, findings::add);
        }
        return findings.stream()
                .filter(it -> it.code().name().startsWith("SCHEMA_"))
                .toList();
    }

    /** The tree with one slip in it, at any depth. */
    private static Node slip(Node node, Random random) {
        if (node instanceof Mapping mapping && !mapping.entries().isEmpty() && random.nextInt(5) > 0) {
            return inMap(mapping, random);
        }
        if (node instanceof Sequence sequence && !sequence.items().isEmpty() && random.nextInt(4) > 0) {
            List<Node> items = new ArrayList<>(sequence.items());
            int index = random.nextInt(items.size());
            items.set(index, slip(items.get(index), random));
            return new Sequence(sequence.at(), items);
        }
        return ODDITIES.get(random.nextInt(ODDITIES.size()));
    }

    private static Mapping inMap(Mapping mapping, Random random) {
        Map<String, Entry> entries = new LinkedHashMap<>(mapping.entries());
        List<String> keys = List.copyOf(entries.keySet());
        String key = keys.get(random.nextInt(keys.size()));
        Entry entry = entries.get(key);
        int sort = random.nextInt(20);
        if (sort == 0) {
            entries.remove(key);
        } else if (sort == 1) {
            entries.remove(key);
            entries.put(key + "s", new Entry(plain(key + "s"), entry.value()));
        } else {
            entries.put(key, new Entry(entry.key(), slip(entry.value(), random)));
        }
        return new Mapping(mapping.at(), entries);
    }

    private static Scalar plain(String text) {
        return new Scalar(SOMEWHERE, text, Style.PLAIN);
    }

    private static Scalar quoted(String text) {
        return new Scalar(SOMEWHERE, text, Style.QUOTED);
    }
}
