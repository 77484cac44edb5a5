package io.holdfast.kind;

import io.holdfast.desired.bind.Binder;
import io.holdfast.desired.bind.Bound;
import io.holdfast.desired.yaml.Limits;
import io.holdfast.desired.yaml.Parsed;
import io.holdfast.desired.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** States as an author writes them: read by the strict reader, so that a test cannot ask for what nobody can declare. */
public final class Declaration {
    private Declaration() {}

    public static <S> S state(Class<S> type, String yaml) {
        String text = "it:\n" + yaml.indent(2);
        Parsed parsed = new YamlReader(Limits.DEFAULT).read("test.yaml", text.getBytes(StandardCharsets.UTF_8));
        if (!parsed.findings().isEmpty()) {
            throw new IllegalArgumentException(parsed.findings().toString());
        }
        Bound<S> bound =
                Binder.of(type).bind(parsed.root().orElseThrow().entries().get("it"), "it", List.of());
        return bound.value()
                .orElseThrow(() -> new IllegalArgumentException(bound.findings().toString()));
    }
}
