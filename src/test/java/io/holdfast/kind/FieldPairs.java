package io.holdfast.kind;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.model.Difference;
import io.holdfast.model.Impact;
import io.holdfast.model.Kind;
import java.util.List;

/** Pairs of a declared and a live state, both in YAML, and what a kind's field table makes of them. */
public final class FieldPairs {
    private FieldPairs() {}

    public static <S extends Record> void assertEqual(Kind<S> kind, String desired, String live) {
        assertThat(differences(kind, desired, live)).isEmpty();
    }

    public static <S extends Record> void assertDifferent(
            Kind<S> kind, String desired, String live, String path, Impact impact, String call) {
        assertThat(differences(kind, desired, live)).singleElement().satisfies(difference -> {
            assertThat(difference.path()).isEqualTo(path);
            assertThat(difference.impact()).isEqualTo(impact);
            assertThat(difference.call()).isEqualTo(call);
        });
    }

    private static <S extends Record> List<Difference> differences(Kind<S> kind, String desired, String live) {
        return kind.fields().differences(Yaml.read(kind.stateType(), desired), Yaml.read(kind.stateType(), live));
    }
}
