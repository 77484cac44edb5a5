package io.holdfast.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.desired.yaml.Node;
import io.holdfast.desired.yaml.Node.Mapping;
import io.holdfast.desired.yaml.Node.Scalar;
import io.holdfast.desired.yaml.Node.Sequence;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** YAML as editors type it: by the core schema (YAML 1.2.2, section 10.3.2), where {@code 010} is ten and {@code no} is text. */
public final class CoreSchema {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern DECIMAL = Pattern.compile("[-+]?[0-9]+");
    private static final Pattern OCTAL = Pattern.compile("0o[0-7]+");
    private static final Pattern HEX = Pattern.compile("0x[0-9a-fA-F]+");
    private static final Pattern FLOAT = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
    private static final Pattern NO_NUMBER = Pattern.compile("[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");

    /** How often editors follow one anchor before they give up (the yaml package of npm, option maxAliasCount). */
    private static final int MOST_ALIASES = 100;

    private CoreSchema() {}

    /** A file, by a parser's own tree: none of our reader's strictness is in it. */
    public static JsonNode json(String yaml) {
        return json(new Yaml(new LoaderOptions()).compose(new StringReader(yaml)), new IdentityHashMap<>());
    }

    private static JsonNode json(
            org.yaml.snakeyaml.nodes.Node node, Map<org.yaml.snakeyaml.nodes.Node, Integer> visits) {
        if (node == null) {
            return JSON.nullNode();
        }
        if (visits.merge(node, 1, Integer::sum) > MOST_ALIASES) {
            throw new YAMLException("aliases without end");
        }
        if (node instanceof MappingNode mapping) {
            ObjectNode object = JSON.objectNode();
            mapping.getValue().forEach(it -> object.set(key(it.getKeyNode()), json(it.getValueNode(), visits)));
            return object;
        }
        if (node instanceof SequenceNode sequence) {
            ArrayNode array = JSON.arrayNode();
            sequence.getValue().forEach(item -> array.add(json(item, visits)));
            return array;
        }
        ScalarNode scalar = (ScalarNode) node;
        return scalar.getScalarStyle() == ScalarStyle.PLAIN
                ? plain(scalar.getValue())
                : JSON.textNode(scalar.getValue());
    }

    /** JSON knows no key but a text; the one in its place is none that any map of ours has. */
    private static String key(org.yaml.snakeyaml.nodes.Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "not a key";
    }

    /** Several files that have become one tree, which no editor sees. */
    public static JsonNode json(Node node) {
        if (node instanceof Mapping mapping) {
            ObjectNode object = JSON.objectNode();
            mapping.entries().forEach((key, entry) -> object.set(key, json(entry.value())));
            return object;
        }
        if (node instanceof Sequence sequence) {
            ArrayNode array = JSON.arrayNode();
            sequence.items().forEach(item -> array.add(json(item)));
            return array;
        }
        Scalar scalar = (Scalar) node;
        return scalar.isPlain() ? plain(scalar.text()) : JSON.textNode(scalar.text());
    }

    private static JsonNode plain(String text) {
        if (List.of("", "~", "null", "Null", "NULL").contains(text)) {
            return JSON.nullNode();
        }
        if (List.of("true", "True", "TRUE", "false", "False", "FALSE").contains(text)) {
            return JSON.booleanNode(text.equalsIgnoreCase("true"));
        }
        if (DECIMAL.matcher(text).matches()) {
            return JSON.numberNode(new BigInteger(text.startsWith("+") ? text.substring(1) : text));
        }
        if (OCTAL.matcher(text).matches()) {
            return JSON.numberNode(new BigInteger(text.substring(2), 8));
        }
        if (HEX.matcher(text).matches()) {
            return JSON.numberNode(new BigInteger(text.substring(2), 16));
        }
        if (FLOAT.matcher(text).matches()) {
            return JSON.numberNode(new BigDecimal(text));
        }
        // JSON has no such number. A text in its place is refused by whatever asks for a number or for anything but
        // text.
        return JSON.textNode(NO_NUMBER.matcher(text).matches() ? "no number" : text);
    }
}
