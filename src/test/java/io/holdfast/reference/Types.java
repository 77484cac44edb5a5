package io.holdfast.reference;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.ValueNode;
import io.holdfast.desired.form.Bounds;
import io.holdfast.desired.form.Form;
import java.util.List;
import java.util.Optional;

/** Single values in the words of JSON Schema. */
final class Types {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String ENUM = "enum";

    private Types() {}

    /** @param isNullable whether nothing may stand in its place */
    static ObjectNode scalar(Form form, boolean isNullable) {
        ObjectNode schema = JSON.objectNode();
        if (form instanceof Form.Text text) {
            put(schema, "string", isNullable);
            text(schema, text, isNullable);
        } else if (form instanceof Form.Words words) {
            put(schema, "string", isNullable);
            words(schema, words.words(), isNullable);
        } else if (form instanceof Form.Whole whole) {
            put(schema, "integer", isNullable);
            limit(schema, whole.range(), "minimum", "maximum");
        } else if (form instanceof Form.Decimal decimal) {
            put(schema, "number", isNullable);
            limit(schema, decimal.range(), "minimum", "maximum");
        } else if (form instanceof Form.Truth) {
            put(schema, "boolean", isNullable);
        } else {
            throw new IllegalStateException("not a single value: " + form);
        }
        return schema;
    }

    static void put(ObjectNode schema, String type, boolean isNullable) {
        if (isNullable) {
            schema.putArray("type").add(type).add("null");
        } else {
            schema.put("type", type);
        }
    }

    /** Ends of the range that only say how large a number Java holds tell nobody anything, but for 32 bits they are the truth. */
    static void limit(ObjectNode schema, Bounds bounds, String least, String most) {
        bounds.least().filter(it -> it > Long.MIN_VALUE).ifPresent(it -> schema.put(least, it));
        bounds.most().filter(it -> it < Long.MAX_VALUE).ifPresent(it -> schema.put(most, it));
    }

    private static void text(ObjectNode schema, Form.Text text, boolean isNullable) {
        limit(schema, text.length(), "minLength", "maxLength");
        if (text.rules().size() == 1) {
            rule(schema, text.rules().get(0), isNullable);
        } else {
            text.rules().forEach(rule -> rule(schema.withArray("allOf").addObject(), rule, isNullable));
        }
    }

    private static void rule(ObjectNode schema, Form.Rule rule, boolean isNullable) {
        Optional<List<String>> words = Regexp.words(rule);
        words.ifPresent(it -> words(schema, it, isNullable));
        if (words.isEmpty()) {
            schema.put("pattern", Regexp.ecma(rule));
        }
    }

    private static void words(ObjectNode schema, List<String> words, boolean isNullable) {
        ArrayNode choice = schema.putArray(ENUM);
        words.forEach(choice::add);
        if (isNullable) {
            choice.addNull();
        }
    }

    /** Examples, typed as the form is; those of a list's members are one example of the list. A choice is its own example. */
    static void examples(ObjectNode schema, Form form, List<String> examples) {
        if (examples.isEmpty() || schema.has(ENUM)) {
            return;
        }
        if (form instanceof Form.Text || form instanceof Form.Whole || form instanceof Form.Decimal) {
            examples.forEach(it -> schema.withArray("examples").add(value(form, it)));
        } else if (form instanceof Form.Items items && items.item() instanceof Form.Text) {
            examples.forEach(schema.putArray("examples").addArray()::add);
        }
    }

    private static ValueNode value(Form form, String example) {
        return form instanceof Form.Text
                ? JSON.textNode(example)
                : form instanceof Form.Whole
                        ? JSON.numberNode(Long.valueOf(example))
                        : JSON.numberNode(Double.valueOf(example));
    }
}
