package io.holdfast.kind.rdsinstance;

import static io.holdfast.kind.rdsinstance.DatabaseScene.declared;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.model.Health;
import io.holdfast.model.Sync;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RdsInstanceLifeTest {
    private final RdsInstanceState desired = declared();

    @Test
    void whatWasCreatedIsObservedAsDeclared() {
        // Given
        var scene = new DatabaseScene();
        // When
        scene.settle(desired);
        // Then
        var drift = scene.look(desired);
        assertThat(drift.sync()).isEqualTo(Sync.SYNCED);
        assertThat(drift.health()).isEqualTo(Health.healthy());
        assertThat(drift.suppressed()).isEmpty();
        assertThat(drift.facts().orElseThrow().ownership().isOurs()).isTrue();
        assertThat(scene.writes()).containsExactly("CreateDBInstance");
    }

    @Test
    void nothingIsSentWhileItIsBeingCreated() {
        // Given
        var scene = new DatabaseScene();
        scene.pass(desired);
        // When
        for (int minutes = 0; minutes < 60; minutes++) {
            scene.advance(Duration.ofMinutes(1));
            scene.pass(desired);
        }
        // Then
        assertThat(scene.writes()).containsExactly("CreateDBInstance");
    }
}
