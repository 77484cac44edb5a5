package io.holdfast.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActorTest {
    @Test
    void oneNameProvedInTwoWaysIsTwoActors() {
        assertThat(Actor.byToken("ci")).isNotEqualTo(Actor.byOidc("ci"));
        assertThat(Actor.byOidc("Zoë von Ä")).hasToString("Zoë von Ä (oidc)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "two\nlines", "a bell \u0007", "\u001b[2J", "right\u202eto left", "nothing\u200bto see"
            })
    void aNameThatCouldSteerATerminalIsNoName(String name) {
        assertThatThrownBy(() -> Actor.byOidc(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aNameNobodyCouldReadIsNoName() {
        assertThatThrownBy(() -> Actor.byOidc("a".repeat(256))).isInstanceOf(IllegalArgumentException.class);
        assertThat(Actor.byOidc("a".repeat(255)).name()).hasSize(255);
    }
}
