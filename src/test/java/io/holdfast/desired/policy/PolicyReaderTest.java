package io.holdfast.desired.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.app.Kinds;
import io.holdfast.desired.DesiredSource;
import io.holdfast.desired.EnvironmentLoad;
import io.holdfast.desired.LastGood;
import io.holdfast.model.Mode;
import io.holdfast.model.policy.ChangeClass;
import io.holdfast.model.policy.IgnoreRule;
import io.holdfast.model.policy.Policy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyReaderTest {
    private static final String HEAD = """
            apiVersion: holdfast.io/v1
            kind: Environment
            metadata: {name: test}
            spec:
              aws: {account: "123456789012", region: us-east-1}
              clusters:
                main: {name: shop, protect: true}
            """;

    @TempDir
    Path folder;

    private EnvironmentLoad load(String policy) throws IOException {
        Files.writeString(folder.resolve("test.yaml"), HEAD + policy.indent(2));
        return new DesiredSource(folder, Kinds.all(), LastGood.inMemory())
                .load()
                .of("test")
                .orElseThrow();
    }

    private Policy policy(String yaml) throws IOException {
        EnvironmentLoad load = load(yaml);
        assertThat(load.findings()).isEmpty();
        return load.inForce().orElseThrow().policy();
    }

    private List<String> findings(String yaml) throws IOException {
        return load(yaml).findings().stream()
                .map(it -> it.at().line() + " " + it.code() + " " + it.path() + ": " + it.message())
                .toList();
    }

    @Test
    void whatIsNotSaidIsCareful() throws IOException {
        assertThat(policy("")).isEqualTo(Policy.of(Mode.OBSERVE));
    }

    @Test
    void everythingThatCanBeSaidIsUnderstood() throws IOException {
        // When
        Policy policy = policy("""
                mode: enforce
                modes: [{of: cluster/*, field: capacityProviders, mode: observe}]
                ignore:
                  - {of: cluster/main, field: "tags.*", alarm: true, reason: load test, owner: sre, expires: 2027-01-31}
                windows:
                  - {freeze: [deploy, repair], schedule: 'cron(0 18 ? * FRI *)', duration: 62h, timezone: Europe/Berlin}
                limits: {changesPerPass: 5, deletes: 1, deletePercent: 5, scaleFactor: 2.5, turnBacks: 2}
                prune: {enabled: true, grace: 1h}
                approvals: {required: 2, authorMayApprove: false, validFor: 90m}
                """);

        // Then
        assertThat(policy.mode()).isEqualTo(Mode.ENFORCE);
        assertThat(policy.modes().get(0).of()).hasToString("cluster/* capacityProviders");
        IgnoreRule ignored = policy.ignores().get(0);
        assertThat(ignored.alarm()).isTrue();
        assertThat(ignored.enforce()).isFalse();
        assertThat(ignored.expires()).contains(Instant.parse("2027-01-31T00:00:00Z"));
        assertThat(policy.limits().changesPerPass()).contains(5);
        assertThat(policy.limits().scaleFactor()).contains(2.5);
        assertThat(policy.prune().grace()).isEqualTo(Duration.ofHours(1));
        assertThat(policy.approvals().validFor()).isEqualTo(Duration.ofMinutes(90));
        assertThat(policy.approvals().required()).isEqualTo(2);
        assertThat(policy.approvals().authorMayApprove()).isFalse();
    }

    @Test
    void aWindowOpensByTheClockOfItsOwnZone() throws IOException {
        // Given: Friday 18:00 in Berlin is 17:00 UTC in winter
        Policy policy = policy("""
                windows:
                  - {freeze: [deploy], schedule: 'cron(0 18 ? * FRI *)', duration: 62h, timezone: Europe/Berlin}
                """);

        assertThat(closedUntil(policy, "2026-01-09T16:59:59Z")).isEmpty();
        assertThat(closedUntil(policy, "2026-01-09T17:00:00Z")).contains(Instant.parse("2026-01-12T07:00:00Z"));
        assertThat(closedUntil(policy, "2026-01-12T07:00:00Z")).isEmpty();
    }

    private static Optional<Instant> closedUntil(Policy policy, String now) {
        return policy.windows().closed(ChangeClass.DEPLOY, Instant.parse(now)).flatMap(it -> it.until());
    }

    @Test
    void protectionAndLeaveToAdoptAreTermsBesideTheFields() throws IOException {
        var declared = load("").inForce().orElseThrow().resources().get(0);

        assertThat(declared.terms().protect()).isTrue();
        assertThat(declared.terms().adopt()).isFalse();
    }

    @Test
    void aRuleAboutNothingIsASlip() throws IOException {
        EnvironmentLoad load = load("modes: [{of: cluster/mian, mode: observe}]");

        assertThat(load.findings()).hasSize(1);
        assertThat(load.findings().get(0).text())
                .contains(":8:")
                .contains("REFERENCE spec.modes[0].of: a rule about nothing that is declared; found cluster/mian;"
                        + " did you mean cluster/main?");
    }

    @Test
    void aRuleAboutAFieldThatIsNotThereIsASlip() throws IOException {
        String slip = "8 REFERENCE spec.modes[0].field: a rule about a field that is not there";

        assertThat(findings("modes: [{of: cluster/main, field: capacityProvider, mode: observe}]"))
                .containsExactly(slip);
        assertThat(findings("modes: [{of: '*/*', field: tags.team.x, mode: observe}]"))
                .isEmpty();
        assertThat(findings("modes: [{of: cluster/main, field: '**.anything', mode: observe}]"))
                .isEmpty();
    }

    @Test
    void whatContradictsItselfIsToldWithItsLine() throws IOException {
        assertThat(findings("ignore: [{of: cluster/main, field: tags, alarm: true, enforce: true, reason: why}]"))
                .containsExactly("8 SEMANTIC spec.ignore[0]: ignores nothing: alarm and enforce are both true");
        assertThat(findings("ignore: [{of: cluster/main, field: tags, reason: why, expires: soon}]"))
                .containsExactly("8 SEMANTIC spec.ignore[0].expires: neither a date nor a time");
        assertThat(findings("windows: [{schedule: 'cron(0 1 * * ? *)', duration: 1h}]"))
                .containsExactly("8 SEMANTIC spec.windows[0]: says neither or both of freeze and allow");
        assertThat(findings("windows: [{freeze: [prune], schedule: 'cron(0 1 * * ? *)', duration: 61d}]"))
                .containsExactly("8 SEMANTIC spec.windows[0].duration: too long");
        assertThat(
                        findings(
                                "windows: [{freeze: [prune], schedule: 'cron(0 1 * * ? *)', duration: 1h, timezone: Mars/Base}]"))
                .containsExactly("8 SEMANTIC spec.windows[0].timezone: no such time zone");
        assertThat(findings("windows: [{freeze: [prune], schedule: 'rate(1 day)', duration: 1h}]"))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("8 SEMANTIC spec.windows[0].schedule: cannot be read");
    }

    @Test
    void whatIsOutOfRangeOrUnknownIsToldOnce() throws IOException {
        assertThat(findings("limits: {deletePercent: 101}"))
                .containsExactly("8 SCHEMA_RANGE spec.limits.deletePercent: too large");
        assertThat(findings("prune: {enabled: true, graze: 1h}"))
                .containsExactly("8 SCHEMA_UNKNOWN spec.prune.graze: unknown key");
        assertThat(findings("modez: []")).containsExactly("8 SCHEMA_UNKNOWN spec.modez: unknown key");
        assertThat(findings("modes: [{of: cluster, mode: observe}]"))
                .containsExactly("8 SCHEMA_RANGE spec.modes[0].of: not a value that may stand here");
        assertThat(findings("modes: [{of: cluster/main, field: '**.a.**', mode: observe}]"))
                .containsExactly("8 SCHEMA_RANGE spec.modes[0].field: not a value that may stand here");
    }
}
