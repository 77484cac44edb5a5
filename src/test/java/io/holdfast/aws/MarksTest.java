package io.holdfast.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.model.KindName;
import io.holdfast.model.Ownership;
import io.holdfast.model.ResourceId;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarksTest {
    private static final ResourceId ID =
            new ResourceId("production", new KindName("service", "ecs-service"), "backend");

    private final Marks marks = new Marks("holdfast-1");

    @Test
    void whatWeMarkIsOurs() {
        // Given
        Map<String, String> live = new HashMap<>(marks.of(ID));
        live.put("team", "checkout");
        // When
        Ownership ownership = marks.ownership(ID, live);
        // Then
        assertThat(ownership).isEqualTo(Ownership.ours());
        assertThat(marks.of(ID))
                .isEqualTo(Map.of(
                        "holdfast:environment", "production",
                        "holdfast:resource", "service/backend",
                        "holdfast:owner", "holdfast-1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {Marks.ENVIRONMENT, Marks.RESOURCE, Marks.OWNER})
    void aMarkThatSaysOtherwiseIsForeign(String key) {
        // Given
        Map<String, String> live = new HashMap<>(marks.of(ID));
        live.put(key, "another");
        // When
        Ownership ownership = marks.ownership(ID, live);
        // Then
        assertThat(ownership)
                .isInstanceOfSatisfying(
                        Ownership.Foreign.class, it -> assertThat(it.owner()).contains("another"));
    }

    @Test
    void whatCarriesNoMarkIsUnowned() {
        // Given
        Map<String, String> live = Map.of("team", "checkout");
        // When
        Ownership ownership = marks.ownership(ID, live);
        // Then
        assertThat(ownership).isEqualTo(Ownership.unowned());
    }

    @ParameterizedTest
    @ValueSource(strings = {Marks.ENVIRONMENT, Marks.RESOURCE, Marks.OWNER})
    void anIncompleteMarkIsNotYetOurs(String missing) {
        // Given
        Map<String, String> live = new HashMap<>(marks.of(ID));
        live.remove(missing);
        // When
        Ownership ownership = marks.ownership(ID, live);
        // Then
        assertThat(ownership).isEqualTo(Ownership.unowned());
    }
}
