package io.holdfast.reference;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.holdfast.app.Kinds;
import io.holdfast.desired.EnvironmentForm;
import io.holdfast.desired.form.Form;
import java.nio.file.Path;

/** The format as the product has it: all its kinds, and the words of its sources. */
public final class Format {
    private static final Descriptions WORDS = new Descriptions(new Javadocs(Path.of("src/main/java")));

    private Format() {}

    static Form.Keys form() {
        return EnvironmentForm.of(Kinds.all());
    }

    static Descriptions words() {
        return WORDS;
    }

    public static ObjectNode schema() {
        return EnvironmentSchema.of(form(), WORDS);
    }
}
