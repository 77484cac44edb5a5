package io.holdfast.desired;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.app.Kinds;
import io.holdfast.desired.finding.Finding;
import io.holdfast.model.DesiredState;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentWriterTest {
    private static final String HEAD = """
            # yaml-language-server: $schema=http://localhost:8080/schema/environment-v1.json
            apiVersion: holdfast.io/v1
            kind: Environment
            metadata: {name: staging}
            spec:
              aws: {account: "123456789012", region: us-east-1}
              mode: observe
            """;

    @ParameterizedTest
    @ValueSource(strings = {"production", "staging"})
    void whatIsWrittenAsksForTheSameAndIsTheSameText(String environment) {
        // Given
        Load load = new DesiredSource(Path.of("environments"), Kinds.all(), LastGood.inMemory()).load();
        DesiredState desired = load.environments().get(environment).inForce().orElseThrow();

        // When
        String text = Loading.WRITER.write(desired);
        Reading again = Loading.of(environment, text);

        // Then
        assertThat(again.findings()).isEmpty();
        assertThat(Loading.meaning(again.desired().orElseThrow())).isEqualTo(Loading.meaning(desired));
        assertThat(Loading.WRITER.write(again.desired().orElseThrow())).isEqualTo(text);
    }

    @Test
    void whatStandsInsideAnotherIsWrittenThereAfterTheFieldsOfTheOther() {
        // Given
        String text = HEAD + """
                  clusters:
                    main:
                      name: rupaya
                      capacityProviders: [FARGATE, FARGATE_SPOT]
                      adopt: true
                  services:
                    backend:
                      name: backend
                      cluster: main
                      desiredCount: 2
                      capacityProviderStrategy:
                        - {capacityProvider: FARGATE, weight: 1, base: 2}
                        - {capacityProvider: FARGATE_SPOT, weight: 1}
                      task:
                        cpu: 256
                        memory: 512
                        containers:
                          app: {image: "app:1"}
                      scaling:
                        min: 1
                        max: 2
                        targetTracking:
                          cpu:
                            targetValue: 62.5
                            predefinedMetricSpecification: {predefinedMetricType: ECSServiceAverageCPUUtilization}
                  """.indent(2).replace("\"app:1\"", "app:1");

        // When
        DesiredState desired = Loading.of("staging", text).desired().orElseThrow();

        // Then
        assertThat(Loading.WRITER.write(desired)).isEqualTo(text);
    }

    @Test
    void thePolicyIsWrittenAsFarAsItIsNotTheUsualOne() {
        // Given
        String text = HEAD.replace("observe", "enforce") + """
                    modes:
                      - {of: cluster/main, mode: observe}
                      - {of: cluster/*, field: tags.*, mode: propose}
                    ignore:
                      - {of: cluster/main, field: "**", reason: "moved by hand, see #12"}
                      - of: cluster/*
                        field: tags.cost
                        alarm: true
                        reason: finance sets it
                        owner: finance@example.com
                        expires: "2027-01-31T00:00:00Z"
                    windows:
                      - freeze: [deploy, prune]
                        schedule: cron(0 18 ? * FRI *)
                        duration: 62h
                        timezone: Europe/Berlin
                        reason: weekend
                      - allow: [repair]
                        schedule: cron(0 * * * ? *)
                        duration: 90m
                    limits: {changesPerPass: 5, scaleFactor: 2.5}
                    prune: {enabled: true, grace: 2d}
                    approvals: {required: 2, authorMayApprove: false}
                    clusters:
                      main:
                        name: rupaya
                        protect: true
                  """;

        // When
        Reading read = Loading.of("staging", text);

        // Then
        assertThat(read.findings()).isEmpty();
        assertThat(Loading.WRITER.write(read.desired().orElseThrow())).isEqualTo(text);
    }

    @Test
    void whatIsProtectedWithWhatItStandsInDoesNotSayItAgain() {
        // Given
        String text = HEAD + """
                    services:
                      backend:
                        name: backend
                        cluster: rupaya
                        taskDefinition: "backend:7"
                        protect: true
                        scaling:
                          min: 1
                          max: 2
                  """.replace("\"backend:7\"", "backend:7");

        // When
        Reading read = Loading.of("staging", text);

        // Then
        assertThat(read.desired().orElseThrow().resources())
                .allMatch(it -> it.terms().protect());
        assertThat(Loading.WRITER.write(read.desired().orElseThrow())).isEqualTo(text);
    }

    /** The order in which a file says things is not what it says. */
    @Test
    void theSameThingsInAnotherOrderAreTheSameText() {
        // Given
        String one = HEAD + "  clusters: {b: {name: b, tags: {x: a, y: b, z: c}}, a: {name: a}}\n";
        String other = HEAD + "  clusters: {a: {name: a}, b: {tags: {z: c, x: a, y: b}, name: b}}\n";

        // When
        List<String> written = List.of(one, other).stream()
                .map(it -> Loading.of("staging", it).desired().orElseThrow())
                .map(Loading.WRITER::write)
                .toList();

        // Then
        assertThat(written.get(0)).isEqualTo(written.get(1));
    }

    @Test
    void aPlainSecretIsWithheldAndTheFileDoesNotLoadUntilItIsPutElsewhere() {
        // Given a live container, which may hold what no file may
        DesiredState live = Live.service("DB_PASSWORD", "hunter2-hunter2");

        // When
        String text = Loading.WRITER.write(live);
        Reading again = Loading.of("staging", text);

        // Then
        assertThat(text).doesNotContain("hunter2").contains("DB_PASSWORD: # a plain secret, not repeated here");
        assertThat(again.findings())
                .extracting(Finding::path)
                .containsExactly("spec.services.backend.task.containers.app.environment.DB_PASSWORD");
    }

    @Test
    void whatNobodyWritesIsLeftOut() {
        // Given
        DesiredState live = Live.service("PORT", "3000");

        // When
        String text = Loading.WRITER.write(live);

        // Then
        assertThat(text).contains("PORT: \"3000\"").doesNotContain("service:");
    }
}
