package io.holdfast.reference;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.desired.form.Form;
import java.util.List;

/**
 * The JSON Schema (2020-12) of a file of an environment. A file that says all by itself must be complete. One that stands on
 * top of another, or that others stand on, is a part: no key must be there, and {@code null} may stand anywhere but in a list,
 * to take a key away. Which of the two a file is, it tells itself: by {@code extends}, and by having no {@code metadata}.
 */
final class EnvironmentSchema {
    static final String ADDRESS = "http://localhost:8080/schema/";
    static final String ENVIRONMENT = "environment-v1.json";
    static final String PART = "environment-part-v1.json";

    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private EnvironmentSchema() {}

    static ObjectNode of(Form.Keys form, Descriptions descriptions) {
        Definitions definitions = new Definitions(descriptions);
        String whole = definitions.refer(form, List.of(), Definitions.Extent.WHOLE);
        String part = definitions.refer(form, List.of(), Definitions.Extent.PART);
        ObjectNode schema = JSON.objectNode()
                .put("$schema", DIALECT)
                .put("$id", ADDRESS + ENVIRONMENT)
                .put("title", "A file of a Holdfast environment");
        ObjectNode complete = schema.putObject("if");
        complete.putArray("required").add("metadata");
        complete.putObject("not").putArray("required").add("extends");
        schema.putObject("then").put("$ref", whole);
        schema.putObject("else").put("$ref", part);
        schema.set("$defs", definitions.all());
        return schema;
    }

    /**
     * For a file that need not be complete though it looks like it: one of several in an environment's folder. It has no
     * address of its own, so that wherever it was read from, the other schema is looked for beside it.
     */
    static ObjectNode part() {
        return JSON.objectNode()
                .put("$schema", DIALECT)
                .put("title", "One of several files of a Holdfast environment")
                .put("$ref", ENVIRONMENT + "#/$defs/" + Definitions.Extent.PART.name(List.of()));
    }
}
