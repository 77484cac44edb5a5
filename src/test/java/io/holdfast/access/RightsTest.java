package io.holdfast.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RightsTest {
    @Test
    void rightsAreReadAsTheyAreWritten() {
        assertThat(Rights.parse("viewer@*,approver@staging")).hasToString("viewer@*, approver@staging");
        assertThat(Rights.parse(" admin@eu-1.blue_2 ")).hasToString("admin@eu-1.blue_2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "viewer",
                "viewer@",
                "@staging",
                "owner@*",
                "Viewer@*",
                "viewer@*,",
                "viewer@stag*",
                "viewer@*staging",
                "viewer@a,,viewer@b",
                "viewer@@a",
                "viewer @a",
                "viewer@a b",
                "viewer@../a",
                "viewer@-a"
            })
    void whatIsWrittenOtherwiseIsRefused(String text) {
        assertThatThrownBy(() -> Rights.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ROLE@ENVIRONMENT")
                .hasMessageContaining("viewer, operator, approver, admin");
    }

    @Test
    void aNameIsTheWholeName() {
        Rights rights = Rights.parse("admin@prod");

        assertThat(rights.allow(Role.VIEWER, "prod")).isTrue();
        for (String other : List.of("production", "pro", "Prod", "prod ", "*", "")) {
            assertThat(rights.allow(Role.VIEWER, other)).as(other).isFalse();
        }
    }

    @Test
    void rolesOfAnIdentityProviderAddUpAndUnknownOnesAreWorthNothing() {
        ClaimedRoles claimed =
                new ClaimedRoles(Map.of("sre", Rights.parse("admin@staging"), "dev", Rights.parse("viewer@*")));

        assertThat(claimed.of(List.of("sre", "dev")).allow(Role.ADMIN, "staging"))
                .isTrue();
        assertThat(claimed.of(List.of("sre", "dev")).allow(Role.VIEWER, "production"))
                .isTrue();
        assertThat(claimed.of(List.of("sre")).allow(Role.VIEWER, "production")).isFalse();
        assertThat(claimed.of(List.of("SRE", "admin")).allowSomewhere(Role.VIEWER))
                .isFalse();
    }
}
