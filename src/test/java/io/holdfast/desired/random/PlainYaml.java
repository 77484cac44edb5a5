package io.holdfast.desired.random;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** YAML by somebody else's hand: what a file holds, as maps, lists and texts, and how a tree can be written as JSON. */
final class PlainYaml {
    private PlainYaml() {}

    /** What a file holds that is known to be YAML; every value is text, as it stands there. */
    static Object tree(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        DumperOptions unused = new DumperOptions();
        return new Yaml(new SafeConstructor(options), new Representer(unused), unused, options, new Untyped())
                .load(text);
    }

    /** A tree as JSON, which is YAML as well. */
    static String json(Object tree) {
        if (tree instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(it -> json(it.getKey()) + ": " + json(it.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (tree instanceof List<?> list) {
            return list.stream().map(PlainYaml::json).collect(Collectors.joining(", ", "[", "]"));
        }
        return tree instanceof String text ? quoted(text) : number(tree);
    }

    private static String number(Object value) {
        return value instanceof Double number
                ? new java.math.BigDecimal(number.toString()).toPlainString()
                : value.toString();
    }

    private static String quoted(String text) {
        return text.chars()
                .mapToObj(c ->
                        c < ' ' || c > '~' || "\"\\{".indexOf(c) >= 0 ? "\\u%04X".formatted(c) : Character.toString(c))
                .collect(Collectors.joining("", "\"", "\""));
    }

    /** Nothing is a number, a date or a truth value. */
    private static final class Untyped extends Resolver {
        @Override
        protected void addImplicitResolvers() {}
    }
}
