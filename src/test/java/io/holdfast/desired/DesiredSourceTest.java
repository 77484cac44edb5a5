package io.holdfast.desired;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.desired.finding.Code;
import io.holdfast.desired.finding.Finding;
import io.holdfast.model.Declared;
import io.holdfast.model.DesiredState;
import io.holdfast.model.Flaws;
import io.holdfast.model.Location;
import io.holdfast.model.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DesiredSourceTest {
    @TempDir
    Path temporary;

    private final LastGood lastGood = LastGood.inMemory();
    private DesiredSource source;

    @BeforeEach
    void aSource() {
        source = new DesiredSource(temporary.resolve("environments"), TestKinds.all(), lastGood);
    }

    @Test
    void anEnvironmentThatLoadsIsInForce() throws IOException {
        // Given
        write("staging.yaml", environment("staging", "one"));

        // When
        DesiredState state = load("staging").inForce().orElseThrow();

        // Then
        assertThat(state.mode()).isEqualTo(Mode.OBSERVE);
        assertThat(state.aws().account()).isEqualTo("123456789012");
        assertThat(state.path()).isEqualTo("environments/staging.yaml");
        assertThat(state.stale()).isFalse();
        assertThat(state.revision().commit()).startsWith("sha256:").hasSize(71);
    }

    @Test
    void anEnvironmentThatNoLongerLoadsStaysOnItsLastGoodStateMarkedStale() throws IOException {
        // Given
        write("staging.yaml", environment("staging", "one"));
        String good = load("staging").inForce().orElseThrow().revision().commit();
        write("staging.yaml", environment("staging", "two") + "      desiredCont: 1\n");

        // When
        EnvironmentLoad load = load("staging");

        // Then
        assertThat(load.inForce()).hasValueSatisfying(state -> {
            assertThat(state.stale()).isTrue();
            assertThat(state.revision().commit()).isEqualTo(good);
            assertThat(names(state)).containsExactly("one");
        });
        assertThat(load.flawed()).isEqualTo(Flaws.Of.FILES);
        assertThat(load.lines())
                .containsExactly(
                        "environments/staging.yaml:9:7: SCHEMA_UNKNOWN spec.services.backend.desiredCont: unknown key; "
                                + "did you mean desiredCount? allowed: name, cluster, desiredCount, launchType, "
                                + "capacityProviderStrategy, deploymentConfiguration, tags, scaling, task, adopt, …; "
                                + "sha256:" + good.substring(7, 14) + " stays in force");
    }

    @Test
    void anEnvironmentThatNeverLoadedHasNothingInForce() throws IOException {
        // Given
        write("staging.yaml", "");

        // When
        EnvironmentLoad load = load("staging");

        // Then
        assertThat(load.inForce()).isEmpty();
        assertThat(load.meanwhile()).isEqualTo("nothing is in force, and nothing is touched");
    }

    @Test
    void aBrokenEnvironmentLeavesTheOthersAlone() throws IOException {
        // Given
        write("staging.yaml", "a: [");
        write("production.yaml", environment("production", "one"));

        // When
        Load load = source.load();

        // Then
        assertThat(load.of("production"))
                .hasValueSatisfying(it -> assertThat(it.findings()).isEmpty());
        assertThat(load.of("staging"))
                .hasValueSatisfying(it -> assertThat(it.findings()).hasSize(1));
    }

    @Test
    void anEmptyFolderDeletesNothing() throws IOException {
        // Given
        write("staging.yaml", environment("staging", "one"));
        source.load();
        Files.delete(temporary.resolve("environments/staging.yaml"));

        // When
        Load load = source.load();

        // Then
        assertThat(load.trouble()).map(Finding::code).contains(Code.SOURCE_UNAVAILABLE);
        assertThat(load.of("staging").orElseThrow().flawed()).isEqualTo(Flaws.Of.SOURCE);
        assertThat(load.of("staging").orElseThrow().inForce()).hasValueSatisfying(state -> {
            assertThat(state.stale()).isTrue();
            assertThat(names(state)).containsExactly("one");
        });
    }

    @Test
    void aMissingFolderDeletesNothing() throws IOException {
        // Given
        write("staging.yaml", environment("staging", "one"));
        source.load();
        Files.move(temporary.resolve("environments"), temporary.resolve("elsewhere"));

        // When
        Load load = source.load();

        // Then
        assertThat(load.trouble()).map(Finding::message).contains("no such folder");
        assertThat(load.of("staging").orElseThrow().inForce()).isPresent();
    }

    @Test
    void anEnvironmentTakenOutOfTheFolderIsToldAndNotForgotten() throws IOException {
        // Given
        write("staging.yaml", environment("staging", "one"));
        write("production.yaml", environment("production", "two"));
        source.load();
        Files.delete(temporary.resolve("environments/staging.yaml"));

        // When
        Load load = source.load();

        // Then
        assertThat(load.trouble()).isEmpty();
        assertThat(load.environments()).containsOnlyKeys("production");
        assertThat(load.removed()).containsExactly("staging");
    }

    @Test
    void whatLoadedIsInForceAgainAfterARestart() throws IOException {
        // Given a shared file that is broken after the environment has loaded once
        write("_shared.yaml", "spec:\n  services:\n    backend: {desiredCount: 2}\n");
        write("staging.yaml", "extends: _shared.yaml\n" + environment("staging", "one"));
        source.load();
        write("_shared.yaml", "spec: [");
        DesiredSource restarted = new DesiredSource(temporary.resolve("environments"), TestKinds.all(), lastGood);

        // When
        EnvironmentLoad load = restarted.load().of("staging").orElseThrow();

        // Then
        assertThat(load.findings())
                .extracting(finding -> finding.at().file())
                .containsExactly("environments/_shared.yaml");
        assertThat(load.inForce()).hasValueSatisfying(state -> {
            TestKinds.Service service =
                    (TestKinds.Service) state.resources().get(0).state();
            assertThat(service.desiredCount()).contains(2);
        });
    }

    @Test
    void twoEnvironmentsThatClaimOneResourceBothStopAndOthersGoOn() throws IOException {
        // Given
        write("a.yaml", environment("a", "one"));
        write("b.yaml", environment("b", "two"));
        write("c.yaml", environment("c", "three"));
        source.load();
        write("b.yaml", environment("b", "ONE"));

        // When
        Load load = source.load();

        // Then
        assertThat(load.of("a").orElseThrow().findings()).hasSize(1);
        assertThat(load.of("b").orElseThrow().findings()).hasSize(1);
        assertThat(names(load.of("b").orElseThrow().inForce().orElseThrow())).containsExactly("two");
        assertThat(load.of("c").orElseThrow().findings()).isEmpty();
    }

    @Test
    void aResourceInAnotherRegionIsAnotherResource() throws IOException {
        // Given
        write("a.yaml", environment("a", "one"));
        write("b.yaml", environment("b", "one").replace("us-east-1", "eu-west-1"));

        // When
        Load load = source.load();

        // Then
        assertThat(load.environments().values())
                .allSatisfy(it -> assertThat(it.findings()).isEmpty());
    }

    /** A task is named after its service, which comes later in the order. */
    @Test
    void aNameMayFollowFromAResourceThatComesLater() throws IOException {
        // Given
        String task = "      task: {cpu: 512, memory: 1024, containers: {}}\n";
        write("a.yaml", environment("a", "one") + task);
        write("b.yaml", environment("b", "two") + task);

        // When
        Load load = source.load();

        // Then
        assertThat(load.environments().values())
                .allSatisfy(it -> assertThat(it.findings()).isEmpty());
    }

    @Test
    void whatStaysInForceStillClaimsItsResources() throws IOException {
        // Given an environment that is broken, and another that takes over its service
        write("a.yaml", environment("a", "one"));
        source.load();
        write("a.yaml", "a: [");
        write("b.yaml", environment("b", "one"));

        // When
        Load load = source.load();

        // Then
        assertThat(load.of("b").orElseThrow().inForce()).isEmpty();
        assertThat(load.of("b").orElseThrow().findings())
                .extracting(Finding::message)
                .containsExactly("test-service one is also declared by a/service/backend in environments/a.yaml:7:5");
    }

    @Test
    void whatOthersNeedComesFirstWhateverTheOrderOfTheFile() throws IOException {
        // Given
        write("staging.yaml", environment("staging", "one") + """
                      cluster: main
                      scaling: {min: 1, max: 2}
                      task: {cpu: 512, memory: 1024, containers: {}}
                  databases:
                    a: {identifier: a, engineVersion: "15", restoredFrom: b}
                    b: {identifier: b, engineVersion: "15"}
                  clusters:
                    main: {name: main}
                """);

        // When
        DesiredState state = load("staging").inForce().orElseThrow();

        // Then
        assertThat(state.resources())
                .extracting(it -> it.id().kind().segment() + "/" + it.id().name())
                .containsExactly(
                        "cluster/main",
                        "database/b",
                        "database/a",
                        "task/backend",
                        "service/backend",
                        "scaling/backend");
    }

    @Test
    void aResourceInsideAnotherIsNamedByBoth() throws IOException {
        // Given
        write("staging.yaml", environment("staging", "one") + """
                      scaling:
                        min: 1
                        max: 2
                        steps:
                          up: {threshold: 70, adjustment: 1}
                """);

        // When
        DesiredState state = load("staging").inForce().orElseThrow();

        // Then
        Declared<?> step = state.resources().stream()
                .filter(it -> it.kind().name().equals(TestKinds.STEP))
                .findFirst()
                .orElseThrow();
        assertThat(step.id()).hasToString("staging/step/backend.up");
        assertThat(step.origin().at()).isEqualTo(new Location("environments/staging.yaml", 13, 11));
        assertThat(step.origin().of("threshold")).isEqualTo(new Location("environments/staging.yaml", 13, 16));
    }

    @Test
    void aValueFromASharedFileWasDeclaredThere() throws IOException {
        // Given
        write("_shared.yaml", "spec:\n  services:\n    backend:\n      desiredCount: 2\n      cluster: x\n");
        write("staging.yaml", "extends: _shared.yaml\n" + environment("staging", "one") + "      cluster: null\n");

        // When
        Declared<?> service =
                load("staging").inForce().orElseThrow().resources().get(0);

        // Then
        assertThat(service.origin().of("desiredCount")).hasToString("environments/_shared.yaml:4:7");
        assertThat(service.origin().of("name")).hasToString("environments/staging.yaml:9:7");
        assertThat(((TestKinds.Service) service.state()).cluster()).isEmpty();
    }

    @Test
    void anEditWithoutACommitIsAnotherRevisionForItsOwnEnvironmentOnly() throws Exception {
        // Given
        write("a.yaml", environment("a", "one"));
        write("b.yaml", environment("b", "two"));
        String head = commit();
        write("b.yaml", environment("b", "three"));

        // When
        Load load = source.load();

        // Then
        assertThat(load.of("a").orElseThrow().inForce().orElseThrow().revision().commit())
                .isEqualTo(head);
        assertThat(load.of("b").orElseThrow().inForce().orElseThrow().revision().commit())
                .startsWith("sha256:");
    }

    @Test
    void nothingIsSavedAgainThatIsSavedAlready() throws IOException {
        // Given
        CountingLastGood counting = new CountingLastGood();
        DesiredSource counted = new DesiredSource(temporary.resolve("environments"), TestKinds.all(), counting);
        write("staging.yaml", environment("staging", "one"));
        counted.load();

        // When
        counted.load();

        // Then
        assertThat(counting.saved).isEqualTo(1);
    }

    @Test
    void whatSaysTheSameIsNotReadAgainHoweverOftenItIsCommitted() throws Exception {
        // Given
        List<String> read = new ArrayList<>();
        DesiredSource counted = counting(read);
        write("_shared.yaml", "spec: {}\n");
        write("good.yaml", "extends: _shared.yaml\n" + database("good", "one"));
        write("bad.yaml", database("bad", "two") + "nonsense: 1\n");
        counted.load();
        String head = commit();
        counted.load();
        read.clear();

        // When
        Load load = counted.load();

        // Then
        assertThat(read).isEmpty();
        assertThat(load.of("good")
                        .orElseThrow()
                        .inForce()
                        .orElseThrow()
                        .revision()
                        .commit())
                .isEqualTo(head);
        assertThat(load.of("bad").orElseThrow().findings()).hasSize(1);
    }

    @Test
    void whatOneEnvironmentSaysAnewIsNoReasonToReadAnother() throws IOException {
        // Given
        List<String> read = new ArrayList<>();
        DesiredSource counted = knowingTwo(read);
        read.clear();
        write("a.yaml", database("a", "three") + "nonsense: 1\n");

        // When
        Load load = counted.load();

        // Then
        assertThat(read).containsOnly("three");
        assertThat(load.of("a").orElseThrow().findings()).hasSize(1);
    }

    @Test
    void whatIsGoneIsNotKeptInMind() throws IOException {
        // Given
        List<String> read = new ArrayList<>();
        DesiredSource counted = knowingTwo(read);
        Files.delete(temporary.resolve("environments/b.yaml"));
        counted.load();
        read.clear();
        write("b.yaml", database("b", "two"));

        // When
        counted.load();

        // Then
        assertThat(read).containsOnly("two");
    }

    @Test
    void whatAPersonHasToSeeToIsToldBeforeTheMistakesOfWhatIsOlder() {
        // Given
        Finding held = Finding.of(Code.GIT_HISTORY, new Location("staging.yaml", 1, 1), "", "rewritten");
        Finding mistake = Finding.of(Code.SEMANTIC, new Location("a.yaml", 1, 1), "", "wrong");

        // When
        EnvironmentLoad load = EnvironmentLoad.held(List.of(held, mistake), Optional.empty());

        // Then
        assertThat(load.findings()).containsExactly(held, mistake);
        assertThat(load.flawed()).isEqualTo(Flaws.Of.HEAD);
    }

    @Test
    void whatIsExtendedIsReadAgainWhereverItIsUsed() throws IOException {
        // Given
        write("staging.yaml", "extends: _shared.yaml\n" + environment("staging", "one"));
        boolean lacking = load("staging").findings().isEmpty();
        write("_shared.yaml", "spec:\n  services:\n    backend: {desiredCount: 2}\n");
        TestKinds.Service two = service("staging");
        write("_shared.yaml", "spec:\n  services:\n    backend: {desiredCount: 3}\n");

        // When
        TestKinds.Service three = service("staging");

        // Then
        assertThat(lacking).isFalse();
        assertThat(two.desiredCount()).contains(2);
        assertThat(three.desiredCount()).contains(3);
    }

    /** A source that has read both what is there now and what was good before: of a the database one, of b the database two. */
    private DesiredSource knowingTwo(List<String> read) throws IOException {
        DesiredSource counted = counting(read);
        write("a.yaml", database("a", "one"));
        write("b.yaml", database("b", "two"));
        counted.load();
        counted.load();
        return counted;
    }

    /** A source that tells which databases it has read. */
    private DesiredSource counting(List<String> read) {
        TestKinds.TestKind<TestKinds.Database> kind =
                TestKinds.TestKind.of(TestKinds.DATABASE, TestKinds.Database.class, "databases.*", database -> {
                    read.add(database.identifier());
                    return database.identifier();
                });
        return new DesiredSource(temporary.resolve("environments"), List.of(kind), lastGood);
    }

    private TestKinds.Service service(String environment) {
        return (TestKinds.Service)
                load(environment).inForce().orElseThrow().resources().get(0).state();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aKindThatFailsStopsNoOtherEnvironment(boolean isDeep) throws IOException {
        // Given a kind that breaks over one name
        TestKinds.TestKind<TestKinds.Database> broken =
                TestKinds.TestKind.of(TestKinds.DATABASE, TestKinds.Database.class, "databases.*", database -> {
                    if (database.identifier().equals("bad")) {
                        if (isDeep) {
                            throw new StackOverflowError("a slip of ours");
                        }
                        throw new IllegalStateException("a slip of ours");
                    }
                    return database.identifier();
                });
        DesiredSource fragile = new DesiredSource(temporary.resolve("environments"), List.of(broken), lastGood);
        write("a.yaml", database("a", "bad"));
        write("b.yaml", database("b", "good"));

        // When
        Load load = fragile.load();

        // Then
        assertThat(load.of("a").orElseThrow().findings().get(0).text()).contains("a slip of ours");
        assertThat(load.of("b").orElseThrow().inForce()).isPresent();
    }

    private static String environment(String name, String service) {
        return """
                apiVersion: holdfast.io/v1
                kind: Environment
                metadata: {name: %s}
                spec:
                  aws: {account: "123456789012", region: us-east-1}
                  services:
                    backend:
                      name: %s
                """.formatted(name, service);
    }

    private static String database(String name, String identifier) {
        return """
                apiVersion: holdfast.io/v1
                kind: Environment
                metadata: {name: %s}
                spec:
                  aws: {account: "123456789012", region: us-east-1}
                  databases: {main: {identifier: %s, engineVersion: "15"}}
                """.formatted(name, identifier);
    }

    private EnvironmentLoad load(String environment) {
        return source.load().of(environment).orElseThrow();
    }

    private static List<String> names(DesiredState state) {
        return state.resources().stream()
                .map(it -> ((TestKinds.Service) it.state()).name())
                .toList();
    }

    private void write(String name, String text) throws IOException {
        Path file = temporary.resolve("environments").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private String commit() throws Exception {
        try (var git =
                org.eclipse.jgit.api.Git.init().setDirectory(temporary.toFile()).call()) {
            git.add().addFilepattern("environments").call();
            return git.commit()
                    .setMessage("state")
                    .setAuthor("author", "author@example.com")
                    .setSign(false)
                    .call()
                    .name();
        }
    }

    private static final class CountingLastGood implements LastGood {
        private final LastGood kept = LastGood.inMemory();
        private int saved;

        @Override
        public void save(Sources sources) {
            saved++;
            kept.save(sources);
        }

        @Override
        public java.util.Optional<Sources> load(String environment) {
            return kept.load(environment);
        }

        @Override
        public java.util.SortedSet<String> environments() {
            return kept.environments();
        }
    }
}
