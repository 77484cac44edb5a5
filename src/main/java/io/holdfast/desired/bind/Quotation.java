package io.holdfast.desired.bind;

import io.holdfast.desired.finding.Discretion;
import io.holdfast.desired.finding.Finding;
import io.holdfast.desired.yaml.Node;
import io.holdfast.desired.yaml.Node.Mapping;
import io.holdfast.desired.yaml.Node.Scalar;
import io.holdfast.desired.yaml.Node.Sequence;
import java.util.Optional;
import java.util.regex.Pattern;

/** What stands in a file, as far as it may be repeated. */
public final class Quotation {
    /** Maps where a secret is likeliest. */
    private static final Pattern LIKELY = Pattern.compile("\\.(environment|secrets|secretOptions)(\\.|$)");

    private Quotation() {}

    /** A finding of somebody who saw values and not the file, with the text in question where it is one word or line. */
    public static Finding in(Mapping tree, Finding finding) {
        return node(tree, finding.path())
                .filter(it -> it instanceof Scalar scalar && !scalar.isNull())
                .flatMap(it -> of(it, finding.path(), name(finding.path())))
                .filter(it -> !isSaid(it, finding.message()))
                .map(finding::found)
                .orElse(finding);
    }

    private static boolean isSaid(String source, String message) {
        String text = source.startsWith("\"") ? source.substring(1, source.length() - 1) : source;
        return Pattern.compile("(?<![\\w.])" + Pattern.quote(text) + "(?![\\w.])")
                .matcher(message)
                .find();
    }

    /**
     * What a finding may say of a node.
     *
     * @param path the keys that lead to it
     * @param name the last of them, as it tells whether the text is a secret
     */
    static Optional<String> of(Node node, String path, String name) {
        if (!(node instanceof Scalar scalar) || scalar.isNull()) {
            return Optional.of(node.noun());
        }
        String source = scalar.isPlain() ? scalar.text() : '"' + scalar.text() + '"';
        return LIKELY.matcher(path).find()
                ? Optional.empty()
                : Discretion.shown(name, scalar.text()).map(text -> source);
    }

    private static String name(String path) {
        String last = path.substring(path.lastIndexOf('.') + 1);
        return last.contains("[") ? last.substring(0, last.indexOf('[')) : last;
    }

    /** Absent for what nobody wrote. A key may hold dots itself. */
    private static Optional<Node> node(Node from, String path) {
        if (path.isEmpty()) {
            return Optional.of(from);
        }
        String rest = path.startsWith(".") ? path.substring(1) : path;
        if (from instanceof Mapping mapping) {
            return mapping.entries().values().stream()
                    .filter(it -> leads(it.key().text(), rest))
                    .flatMap(it ->
                            node(it.value(), rest.substring(it.key().text().length())).stream())
                    .findFirst();
        }
        return from instanceof Sequence sequence && rest.startsWith("[") ? item(sequence, rest) : Optional.empty();
    }

    private static boolean leads(String key, String path) {
        return path.startsWith(key) && (path.length() == key.length() || ".[".indexOf(path.charAt(key.length())) >= 0);
    }

    private static Optional<Node> item(Sequence sequence, String path) {
        int end = path.indexOf(']');
        int index = Integer.parseInt(path.substring(1, end));
        return index < sequence.items().size()
                ? node(sequence.items().get(index), path.substring(end + 1))
                : Optional.empty();
    }
}
