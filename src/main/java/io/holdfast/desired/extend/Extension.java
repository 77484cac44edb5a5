package io.holdfast.desired.extend;

import static io.holdfast.desired.finding.Code.PATH_ESCAPE;
import static io.holdfast.desired.finding.Code.REFERENCE;
import static io.holdfast.desired.finding.Code.SCHEMA_TYPE;

import io.holdfast.desired.finding.Finding;
import io.holdfast.desired.form.About;
import io.holdfast.desired.form.Bounds;
import io.holdfast.desired.form.Form;
import io.holdfast.desired.form.Key;
import io.holdfast.desired.yaml.Node.Entry;
import io.holdfast.desired.yaml.Node.Mapping;
import io.holdfast.desired.yaml.Node.Scalar;
import io.holdfast.desired.yaml.Parsed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One environment's files become one tree. */
public final class Extension {
    /**
     * The file this one stands on top of, in the same folder: what it says holds here as well, map by map, unless this file
     * says otherwise; a list is taken as a whole, and {@code null} takes a key away. Such as {@code _backend.yaml}.
     */
    public static final String KEY = "extends";

    /** Whoever has to look through more files than this no longer knows what an environment asks for. */
    private static final int NESTING = 5;

    private final Files files;
    private final Consumer<Finding> findings;
    private final SortedSet<String> used = new TreeSet<>();

    public Extension(Files files, Consumer<Finding> findings) {
        this.files = files;
        this.findings = findings;
    }

    /** The key that makes a file stand on top of another, for whoever explains it. */
    public static Key key() {
        Form.Rule name = new Form.Rule("_[^/\\\\:]*", "a file beside this one whose name begins with an underscore");
        return new Key(KEY, new About(Extension.class, "KEY"), false, new Form.Text(Bounds.NONE, List.of(name)));
    }

    /** The parts side by side on top of what they extend; absent where one of the files has no tree. */
    public Optional<Mapping> tree(List<String> parts) {
        List<Optional<Mapping>> trees = parts.stream().map(this::read).toList();
        if (trees.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        Mapping own =
                new Union(findings).of(trees.stream().flatMap(Optional::stream).toList());
        return onTopOfBase(own, List.of(parts.get(0)));
    }

    /** The files that were read, those that are extended included. */
    public SortedSet<String> used() {
        return used;
    }

    private Optional<Mapping> read(String file) {
        used.add(file);
        Parsed parsed = files.parsed(file);
        parsed.findings().forEach(findings);
        return parsed.root();
    }

    /**
     * A tree on top of what it extends.
     *
     * @param trail the files that led here, the tree's own last
     */
    private Optional<Mapping> onTopOfBase(Mapping tree, List<String> trail) {
        Entry entry = tree.entries().get(KEY);
        if (entry == null) {
            return Optional.of(tree);
        }
        return target(entry, trail).flatMap(target -> {
            List<String> longer =
                    Stream.concat(trail.stream(), Stream.of(target)).toList();
            return read(target)
                    .flatMap(base -> onTopOfBase(base, longer))
                    .map(base -> MergePatch.apply(base, tree.without(List.of(KEY))));
        });
    }

    private Optional<String> target(Entry entry, List<String> trail) {
        if (!(entry.value() instanceof Scalar scalar) || scalar.isNull()) {
            return refuse(Finding.of(SCHEMA_TYPE, entry.value().at(), KEY, "the name of one file is needed")
                    .found(entry.value().noun()));
        }
        String file = trail.get(trail.size() - 1);
        String target = file.substring(0, file.lastIndexOf('/') + 1) + scalar.text();
        Finding finding = Finding.of(REFERENCE, scalar.at(), KEY, "").found(scalar.text());
        if (!isName(scalar.text())) {
            return refuse(finding.as(PATH_ESCAPE, "only a file in the same folder can be extended"));
        }
        if (!scalar.text().startsWith("_")) {
            return refuse(finding.as(REFERENCE, "only a file whose name begins with an underscore can be extended"));
        }
        if (trail.contains(target)) {
            return refuse(finding.as(REFERENCE, "extends itself: " + circle(trail, target)));
        }
        if (trail.size() > NESTING) {
            return refuse(finding.as(REFERENCE, "extended through more than " + NESTING + " files"));
        }
        List<String> shared = names(files.shared(file));
        return shared.contains(scalar.text())
                ? Optional.of(target)
                : refuse(finding.as(REFERENCE, "no such file").oneOf(shared, scalar.text()));
    }

    private static boolean isName(String text) {
        return text.chars().noneMatch(c -> c == '/' || c == '\\' || c == ':' || c == 0) && !text.startsWith(".");
    }

    private static String circle(List<String> trail, String target) {
        List<String> circle = new ArrayList<>(trail.subList(trail.indexOf(target), trail.size()));
        circle.add(target);
        return names(circle).stream().collect(Collectors.joining(" -> "));
    }

    private static List<String> names(List<String> files) {
        return files.stream()
                .map(file -> file.substring(file.lastIndexOf('/') + 1))
                .toList();
    }

    private Optional<String> refuse(Finding finding) {
        findings.accept(finding);
        return Optional.empty();
    }
}
