package io.holdfast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.desired.Load;
import io.holdfast.export.Exported;
import io.holdfast.model.AwsTarget;
import io.holdfast.model.DesiredState;
import io.holdfast.model.Plan;
import io.holdfast.model.Scope;
import io.holdfast.model.Selection;
import io.holdfast.report.document.DoctorDocument;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ExportCommandTest {
    private static final String YAML = "apiVersion: holdfast.io/v1\n";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<Object> asked = new ArrayList<>();
    private Exported exported = new Exported(YAML, List.of(), List.of(), List.of());

    private int run(String... more) {
        String[] args = Stream.concat(
                        Stream.of("export", "--environment", "old", "--account", "123456789012"), Arrays.stream(more))
                .toArray(String[]::new);
        Surroundings surroundings = new Surroundings(SecureRandom::new, name -> null, () -> false);
        CommandLine line = Cli.of("1.0", List::of, this::lookout, sandbox -> {}, surroundings);
        line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err, true));
        return line.execute(args);
    }

    private Lookout lookout(Viewpoint viewpoint) {
        return new Lookout() {
            @Override
            public Load load() {
                throw new IllegalStateException("an export reads no folder");
            }

            @Override
            public Plan plan(DesiredState desired) {
                throw new IllegalStateException("an export plans nothing");
            }

            @Override
            public Exported export(String environment, AwsTarget aws, Scope scope) {
                asked.addAll(List.of(environment, aws, scope, viewpoint.endpoint()));
                return exported;
            }

            @Override
            public DoctorDocument examine() {
                throw new IllegalStateException("nobody asks for a doctor");
            }

            @Override
            public Optional<String> blindness() {
                return Optional.empty();
            }

            @Override
            public void close() {}
        };
    }

    @Test
    void everyClusterIsLookedThroughAndNoDatabaseUnlessItIsNamed() {
        // When
        int code = run("--region", "us-east-1");

        // Then
        assertThat(code).isZero();
        assertThat(out).hasToString(YAML);
        assertThat(asked)
                .containsExactly(
                        "old",
                        new AwsTarget("123456789012", "us-east-1", Optional.empty()),
                        new Scope(Selection.all(), Selection.none(), Selection.none(), Set.of(), Map.of()),
                        Optional.empty());
    }

    @Test
    void aChoiceByNameOrByTagIsMadeAmongAllThereIs() {
        // When
        run("--region", "us-east-1", "--tag", "team=platform", "--tag", "stage=prod", "--name", "backend");

        // Then
        assertThat(asked)
                .contains(new Scope(
                        Selection.all(),
                        Selection.all(),
                        Selection.all(),
                        Set.of("backend"),
                        Map.of("team", "platform", "stage", "prod")));
    }

    @Test
    void whatIsNamedIsAskedForInTheAccountOfTheRole() {
        // When
        String role = "arn:aws:iam::123456789012:role/looker";
        run(
                "--region",
                "eu-west-1",
                "--role",
                role,
                "--cluster",
                "a",
                "--cluster",
                "b",
                "--database",
                "*",
                "--cache",
                "c",
                "--endpoint",
                "http://127.0.0.1:4566");

        // Then
        assertThat(asked)
                .contains(
                        new AwsTarget("123456789012", "eu-west-1", Optional.of(role)),
                        new Scope(
                                Selection.of(Set.of("a", "b")),
                                Selection.all(),
                                Selection.of(Set.of("c")),
                                Set.of(),
                                Map.of()),
                        Optional.of(URI.create("http://127.0.0.1:4566")));
    }

    @Test
    void whatCouldNotBeLookedAtIsToldBesideTheFileAndByTheExitCode() {
        // Given
        exported = new Exported(YAML, List.of("service x belongs to somebody else"), List.of(), List.of("the caches"));

        // When
        int code = run("--region", "us-east-1");

        // Then
        assertThat(code).isEqualTo(7);
        assertThat(out).hasToString(YAML);
        assertThat(err.toString())
                .contains("note: service x belongs to somebody else\n")
                .contains("could not look at: the caches\n");
    }

    @Test
    void aNameOfNothingIsAnError() {
        // Given
        exported = new Exported("", List.of(), List.of("there is no cluster x"), List.of("the caches"));

        // When
        int code = run("--region", "us-east-1", "--cluster", "x");

        // Then
        assertThat(code).isEqualTo(1);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains("error: there is no cluster x\n");
    }

    @Test
    void theFileGoesWhereItIsWanted() {
        // When
        run("--region", "us-east-1", "--output", folder.resolve("old.yaml").toString());

        // Then
        assertThat(folder.resolve("old.yaml")).hasContent(YAML);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void whatCannotBeARegionIsUsage() {
        assertThat(run("--region", "Frankfurt")).isEqualTo(64);
        assertThat(err.toString()).contains("--region is Frankfurt; allowed: a region, such as us-east-1");
        assertThat(asked).isEmpty();
    }
}
