package io.holdfast.model.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.model.KindName;
import io.holdfast.model.Location;
import io.holdfast.model.Mode;
import io.holdfast.model.ResourceId;
import io.holdfast.model.policy.Window.Effect;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PolicyTest {
    private static final Location HERE = new Location("environments/test.yaml", 1, 1);
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Lineage SERVICE = Lineage.of(id("service", "backend"));
    private static final Lineage STEP = Lineage.of(
            id("scaling-step", "backend.up"), Optional.of(Lineage.of(id("scaling", "backend"), Optional.of(SERVICE))));

    private static ResourceId id(String kind, String name) {
        return new ResourceId("test", new KindName(kind, kind), name);
    }

    private static ModeRule rule(String kind, String name, String field, Mode mode) {
        return new ModeRule(new Selector(kind, name, Optional.ofNullable(field)), mode, HERE);
    }

    private static Policy policy(Mode mode, ModeRule... rules) {
        Policy plain = Policy.of(mode);
        return new Policy(
                mode, List.of(rules), List.of(), plain.windows(), plain.limits(), plain.prune(), plain.approvals());
    }

    @Test
    void whereNoRuleCoversAResourceTheEnvironmentsModeHolds() {
        Policy policy = policy(Mode.ENFORCE, rule("database", "*", null, Mode.OBSERVE));

        assertThat(policy.modeOf(SERVICE)).isEqualTo(Mode.ENFORCE);
    }

    @Test
    void theNarrowestRuleDecidesWhereverItStandsAndWhicheverWayItGoes() {
        Policy policy = policy(
                Mode.OBSERVE,
                rule("service", "backend", null, Mode.ENFORCE),
                rule("*", "*", null, Mode.OBSERVE),
                rule("service", "*", null, Mode.PROPOSE));

        assertThat(policy.modeOf(SERVICE)).isEqualTo(Mode.ENFORCE);
        assertThat(policy.modeOf(Lineage.of(id("service", "other")))).isEqualTo(Mode.PROPOSE);
        assertThat(policy.modeOf(Lineage.of(id("database", "main")))).isEqualTo(Mode.OBSERVE);
    }

    @Test
    void ofEquallyNarrowRulesTheMostCarefulDecides() {
        Policy policy = policy(
                Mode.ENFORCE,
                rule("service", "backend", null, Mode.ENFORCE),
                rule("service", "backend", null, Mode.OBSERVE));

        assertThat(policy.modeOf(SERVICE)).isEqualTo(Mode.OBSERVE);
    }

    @Test
    void aRuleForAServiceHoldsForWhatIsDeclaredInsideItUnlessThatHasItsOwn() {
        Policy outer = policy(Mode.ENFORCE, rule("service", "backend", null, Mode.OBSERVE));
        Policy both = policy(
                Mode.ENFORCE,
                rule("service", "backend", null, Mode.OBSERVE),
                rule("scaling-step", "backend.up", null, Mode.PROPOSE));

        assertThat(outer.modeOf(STEP)).isEqualTo(Mode.OBSERVE);
        assertThat(both.modeOf(STEP)).isEqualTo(Mode.PROPOSE);
    }

    @Test
    void aRuleForAFieldSaysNothingOfTheResource() {
        Policy policy = policy(Mode.ENFORCE, rule("service", "backend", "deploymentConfiguration", Mode.OBSERVE));

        assertThat(policy.modeOf(SERVICE)).isEqualTo(Mode.ENFORCE);
        assertThat(policy.modeOf(SERVICE, "deploymentConfiguration.maximumPercent"))
                .contains(Mode.OBSERVE);
        assertThat(policy.modeOf(SERVICE, "deploymentConfigurations")).isEmpty();
        assertThat(policy.modeOf(SERVICE, "desiredCount")).isEmpty();
    }

    @Test
    void starsStandForOneWordAndTwoOfThemForAnyNumber() {
        assertThat(covers("containers.*.image", "containers.app.image")).isTrue();
        assertThat(covers("containers.*.image", "containers.app.cpu")).isFalse();
        assertThat(covers("containers.*", "containers.app.environment.NODE_ENV"))
                .isTrue();
        assertThat(covers("**.environment.BUILD_*", "containers.app.environment.BUILD_ID"))
                .isTrue();
        assertThat(covers("**.environment.BUILD_*", "containers.app.environment.NODE_ENV"))
                .isFalse();
        assertThat(covers("containers", "containersX")).isFalse();
        assertThat(covers("containers.app", "containers")).isFalse();
    }

    private static boolean covers(String pattern, String path) {
        return new Selector("service", "backend", Optional.of(pattern)).covers(SERVICE, path);
    }

    @Test
    void aPatternOfManyStarsIsAnsweredAtOnce() {
        String word = "a".repeat(60) + "b";

        assertThat(Glob.matches("*a".repeat(30) + "c", word)).isFalse();
        assertThat(Glob.matches("*a".repeat(30) + "b", word)).isTrue();
        assertThat(Glob.matches("", "")).isTrue();
        assertThat(Glob.matches("*", "")).isTrue();
        assertThat(Glob.matches("a", "")).isFalse();
    }

    @Test
    void anIgnoreRuleHoldsUntilTheMomentItExpires() {
        IgnoreRule rule = new IgnoreRule(
                new Selector("service", "*", Optional.of("desiredCount")),
                false,
                false,
                "load test",
                Optional.of("sre"),
                Optional.of(NOON),
                HERE);

        assertThat(rule.isExpired(NOON.minusNanos(1))).isFalse();
        assertThat(rule.isExpired(NOON)).isTrue();
        assertThat(rule.sentence()).isEqualTo("ignored: load test (sre), until 2026-03-01T12:00:00Z");
    }

    private static Window window(Effect effect, Duration sinceStart, Duration lasts, ChangeClass... classes) {
        Recurrence daily = new Recurrence() {
            @Override
            public Optional<Instant> lastUntil(Instant time) {
                return Optional.of(NOON.minus(sinceStart));
            }

            @Override
            public Optional<Instant> firstAfter(Instant time) {
                return Optional.of(NOON.minus(sinceStart).plus(Duration.ofDays(1)));
            }
        };
        return new Window(Set.of(classes), effect, daily, lasts, Optional.empty(), HERE);
    }

    @Test
    void aFreezeHoldsItsOwnChangesFromItsFirstMomentToItsLast() {
        Windows windows = new Windows(
                List.of(window(Effect.FREEZE, Duration.ofHours(1), Duration.ofHours(1), ChangeClass.DEPLOY)));

        assertThat(windows.closed(ChangeClass.DEPLOY, NOON.minusSeconds(1))
                        .orElseThrow()
                        .until())
                .contains(NOON);
        assertThat(windows.closed(ChangeClass.REPAIR, NOON.minusSeconds(1))).isEmpty();
        assertThat(windows.closed(ChangeClass.DEPLOY, NOON)).isEmpty();
    }

    @Test
    void ofSeveralFreezesTheLongestHolds() {
        Windows windows = new Windows(List.of(
                window(Effect.FREEZE, Duration.ofHours(1), Duration.ofHours(2), ChangeClass.PRUNE),
                window(Effect.FREEZE, Duration.ofHours(1), Duration.ofHours(5), ChangeClass.PRUNE)));

        assertThat(windows.closed(ChangeClass.PRUNE, NOON).orElseThrow().until())
                .contains(NOON.plus(Duration.ofHours(4)));
    }

    @Test
    void whatIsAllowedAtCertainTimesWaitsForTheNextOfThem() {
        Window gone = window(Effect.ALLOW, Duration.ofHours(3), Duration.ofHours(1), ChangeClass.PRUNE);
        Window open = window(Effect.ALLOW, Duration.ofHours(1), Duration.ofHours(2), ChangeClass.PRUNE);

        assertThat(new Windows(List.of(gone))
                        .closed(ChangeClass.PRUNE, NOON)
                        .orElseThrow()
                        .until())
                .contains(NOON.plus(Duration.ofHours(21)));
        assertThat(new Windows(List.of(gone, open)).closed(ChangeClass.PRUNE, NOON))
                .isEmpty();
        assertThat(new Windows(List.of(gone)).closed(ChangeClass.DEPLOY, NOON)).isEmpty();
    }

    @Test
    void aFreezeOutweighsAnOpenWindow() {
        Windows windows = new Windows(List.of(
                window(Effect.ALLOW, Duration.ofHours(1), Duration.ofHours(2), ChangeClass.PRUNE),
                window(Effect.FREEZE, Duration.ofHours(1), Duration.ofHours(4), ChangeClass.PRUNE)));

        assertThat(windows.closed(ChangeClass.PRUNE, NOON)
                        .orElseThrow()
                        .window()
                        .effect())
                .isEqualTo(Effect.FREEZE);
    }
}
