package io.holdfast.access;

import static io.holdfast.access.Admission.CANNOT_TELL;
import static io.holdfast.access.Admission.FORBIDDEN;
import static io.holdfast.access.Admission.GRANTED;
import static io.holdfast.access.Admission.NO_SUCH_ENVIRONMENT;
import static io.holdfast.access.Admission.WHO_ARE_YOU;
import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.model.Actor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Staging and production exist; nothing else does. */
class AdmissionTest {
    private static final Set<String> THERE = Set.of("staging", "production");

    private static Admission of(Visitor visitor, Role role, boolean isAction, String where) {
        Optional<String> environment = where.equals("fleet") ? Optional.empty() : Optional.of(where);
        return Admission.of(visitor, new Wish(role, isAction, environment), THERE::contains);
    }

    private static Visitor with(String rights) {
        return Visitor.known(Actor.byToken("somebody"), Rights.parse(rights));
    }

    @ParameterizedTest(name = "{0} wants to do what takes {1}")
    @CsvSource({
        "viewer,   viewer,   GRANTED", "viewer,   operator, FORBIDDEN", "viewer,   approver, FORBIDDEN",
                "viewer,   admin,    FORBIDDEN",
        "operator, viewer,   GRANTED", "operator, operator, GRANTED", "operator, approver, FORBIDDEN",
                "operator, admin,    FORBIDDEN",
        "approver, viewer,   GRANTED", "approver, operator, GRANTED", "approver, approver, GRANTED",
                "approver, admin,    FORBIDDEN",
        "admin,    viewer,   GRANTED", "admin,    operator, GRANTED", "admin,    approver, GRANTED",
                "admin,    admin,    GRANTED",
    })
    void aRoleMayDoWhatTheRolesBeforeItMayAndNoMore(String held, String needed, Admission expected) {
        Role role = Role.of(needed).orElseThrow();
        Visitor here = with(held + "@staging");
        Visitor everywhere = with(held + "@*");

        assertThat(of(here, role, true, "staging")).isEqualTo(expected);
        assertThat(of(everywhere, role, true, "staging")).isEqualTo(expected);
        assertThat(of(everywhere, role, true, "fleet")).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource
    void anEnvironmentOneMayNotSeeIsNotThere(Role needed) {
        for (String rights : List.of("viewer@staging", "operator@staging", "approver@staging", "admin@staging")) {
            for (boolean isAction : new boolean[] {false, true}) {
                assertThat(of(with(rights), needed, isAction, "production"))
                        .as("%s of production", rights)
                        .isEqualTo(of(with(rights), needed, isAction, "nowhere"))
                        .isEqualTo(NO_SUCH_ENVIRONMENT);
            }
        }
    }

    @Test
    void toSeeOneEnvironmentAndActInAnotherAreTwoRights() {
        Visitor visitor = with("viewer@*, approver@staging");

        assertThat(of(visitor, Role.APPROVER, true, "staging")).isEqualTo(GRANTED);
        assertThat(of(visitor, Role.APPROVER, true, "production")).isEqualTo(FORBIDDEN);
        assertThat(of(visitor, Role.VIEWER, false, "production")).isEqualTo(GRANTED);
        assertThat(of(visitor, Role.VIEWER, false, "nowhere")).isEqualTo(NO_SUCH_ENVIRONMENT);
    }

    @Test
    void theFleetIsShownToWhoeverSeesAPartOfItAndMovedByWhoeverMayMoveAllOfIt() {
        assertThat(of(with("viewer@staging"), Role.VIEWER, false, "fleet")).isEqualTo(GRANTED);
        assertThat(of(with("admin@staging"), Role.ADMIN, true, "fleet")).isEqualTo(FORBIDDEN);
        assertThat(of(with("admin@staging"), Role.ADMIN, false, "fleet")).isEqualTo(FORBIDDEN);
        assertThat(of(with("admin@*"), Role.ADMIN, true, "fleet")).isEqualTo(GRANTED);
    }

    @Test
    void whoHasAllRightsOnEveryEnvironmentThereIsHasNotAllRights() {
        Visitor visitor = with("admin@staging, admin@production");

        assertThat(visitor.seesEverything()).isFalse();
        assertThat(of(visitor, Role.ADMIN, true, "fleet")).isEqualTo(FORBIDDEN);
    }

    @Test
    void nobodyActsWithoutAName() {
        List<Admission> answers = new ArrayList<>();
        for (boolean mayRead : new boolean[] {true, false}) {
            for (Role role : Role.values()) {
                for (String where : List.of("staging", "nowhere", "fleet")) {
                    answers.add(of(Visitor.anonymous(mayRead), role, true, where));
                }
            }
        }

        assertThat(answers).hasSize(24).containsOnly(WHO_ARE_YOU);
    }

    @Test
    void aStrangerReadsOnlyWhereThatIsSaid() {
        Visitor welcome = Visitor.anonymous(true);
        Visitor unwelcome = Visitor.anonymous(false);

        assertThat(of(welcome, Role.VIEWER, false, "staging")).isEqualTo(GRANTED);
        assertThat(of(welcome, Role.VIEWER, false, "fleet")).isEqualTo(GRANTED);
        assertThat(of(welcome, Role.VIEWER, false, "nowhere")).isEqualTo(NO_SUCH_ENVIRONMENT);
        assertThat(of(welcome, Role.APPROVER, false, "staging")).isEqualTo(WHO_ARE_YOU);
        for (String where : List.of("staging", "nowhere", "fleet")) {
            assertThat(of(unwelcome, Role.VIEWER, false, where)).isEqualTo(WHO_ARE_YOU);
        }
    }

    @Test
    void whoIsNotBelievedGetsLessThanAStranger() {
        for (Role role : Role.values()) {
            for (String where : List.of("staging", "nowhere", "fleet")) {
                assertThat(of(Visitor.disbelieved(), role, false, where)).isEqualTo(WHO_ARE_YOU);
                assertThat(of(Visitor.disbelieved(), role, true, where)).isEqualTo(WHO_ARE_YOU);
            }
        }
    }

    @Test
    void whoCannotBeCheckedIsNeitherKnownNorUnknown() {
        for (Role role : Role.values()) {
            assertThat(of(Visitor.unchecked(), role, false, "staging")).isEqualTo(CANNOT_TELL);
            assertThat(of(Visitor.unchecked(), role, true, "fleet")).isEqualTo(CANNOT_TELL);
        }
    }

    @Test
    void whoIsKnownAndHasNoRightsSeesNothing() {
        // Given: an identity provider vouches for them, and none of their roles is worth anything here
        Visitor visitor = Visitor.known(Actor.byOidc("guest"), new ClaimedRoles(Map.of()).of(List.of("everyone")));

        assertThat(of(visitor, Role.VIEWER, false, "staging")).isEqualTo(NO_SUCH_ENVIRONMENT);
        assertThat(of(visitor, Role.VIEWER, false, "fleet")).isEqualTo(FORBIDDEN);
        assertThat(of(visitor, Role.OPERATOR, true, "staging")).isEqualTo(NO_SUCH_ENVIRONMENT);
    }
}
