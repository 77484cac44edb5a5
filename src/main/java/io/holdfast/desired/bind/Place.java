package io.holdfast.desired.bind;

import io.holdfast.desired.finding.Code;
import io.holdfast.desired.finding.Finding;
import io.holdfast.desired.yaml.Node;
import io.holdfast.desired.yaml.Node.Entry;
import io.holdfast.model.Location;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Where in the tree the binding has come to.
 *
 * @param path the keys from the top of the file, for people
 * @param field the keys from the record that is bound; empty for the record itself
 * @param name the nearest key: what a value is called
 * @param at the nearest key's location, for what is missing
 * @param findings where mistakes go
 * @param fields where the locations of fields go
 */
record Place(
        String path,
        String field,
        String name,
        Location at,
        Consumer<Finding> findings,
        BiConsumer<String, Location> fields) {
    static Place of(String path, Location at, Consumer<Finding> findings, BiConsumer<String, Location> fields) {
        return new Place(path, "", path.substring(path.lastIndexOf('.') + 1), at, findings, fields);
    }

    Place entry(Entry entry) {
        String key = entry.key().text();
        return inner(dotted(path, key), dotted(field, key), key, entry.key().at());
    }

    Place item(int index, Node item) {
        String suffix = "[" + index + "]";
        return inner(path + suffix, field + suffix, name, item.at());
    }

    private Place inner(String innerPath, String innerField, String innerName, Location innerAt) {
        fields.accept(innerField, innerAt);
        return new Place(innerPath, innerField, innerName, innerAt, findings, fields);
    }

    private static String dotted(String left, String right) {
        return left.isEmpty() ? right : left + "." + right;
    }

    Finding finding(Code code, Node node, String message) {
        return Finding.of(code, node.at(), path, message).found(Quotation.of(node, path, name));
    }

    <T> Optional<T> refuse(Finding finding) {
        findings.accept(finding);
        return Optional.empty();
    }
}
