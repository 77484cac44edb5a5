package io.holdfast.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.holdfast.app.Kinds;
import io.holdfast.model.Declared;
import io.holdfast.model.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every kind owes, with the real SDK against the sandbox, through whole passes. All the changes of a kind happen to
 * one estate, one after the other: each begins and ends with everything as declared.
 */
class KindContractTest {
    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicContainer> everyKindKeepsItsContract() {
        return Kinds.all().stream().map(this::contractOf);
    }

    private DynamicContainer contractOf(Kind<?> kind) {
        Contract contract = Contract.of(kind);
        return dynamicContainer(kind.name().type(), Stream.of(true).flatMap(once -> laws(kind, contract)));
    }

    private Stream<DynamicNode> laws(Kind<?> kind, Contract contract) {
        Path place = folder.resolve(kind.name().segment());
        Birth birth = new Birth(kind, contract, Ground.sandbox(), place.resolve("birth"));
        Rivalry rivalry = new Rivalry(kind, contract, Ground.sandbox(), place.resolve("rivalry"));
        Stream<DynamicNode> first = Stream.of(
                dynamicTest("every field is covered or excused", () -> isAccountedFor(kind, contract)),
                dynamicTest("what is created is given back as declared", () -> holdsWhole(birth)),
                dynamicTest(
                        "what is exported asks for all of it again",
                        () -> birth.wayBack().asksForAllOfIt(Ground.sandbox())));
        Stream<DynamicNode> then = Clauses.of(contract, rivalry).stream().map(it -> dynamicTest(it.name(), it.check()));
        return Stream.of(first, then, Stream.of(dynamicTest("the calls it makes are those it names", () -> {
                    Set<String> made = new TreeSet<>(birth.calls());
                    made.addAll(rivalry.calls());
                    areNamed(kind, birth.declared(), made);
                })))
                .flatMap(it -> it);
    }

    /** What is to be allowed is told by these names, so that none may be missing and none too many. */
    private static void areNamed(Kind<?> kind, List<Declared<?>> declared, Set<String> made) {
        Set<String> named = new TreeSet<>();
        Set<String> own = new TreeSet<>();
        declared.forEach(it -> (it.kind().name().equals(kind.name()) ? own : named).addAll(calls(it)));
        named.addAll(own);
        // What is there without a mark is taken over elsewhere.
        own.remove(kind.adoptCall());

        assertThat(named).as("named").containsAll(made);
        assertThat(made).as("made").containsAll(own);
    }

    private static <S> Set<String> calls(Declared<S> declared) {
        return declared.kind().calls(declared.state());
    }

    private static void holdsWhole(Birth birth) throws Throwable {
        for (Clause clause : birth.clauses()) {
            try {
                clause.check().execute();
            } catch (AssertionError broken) {
                throw new AssertionError(clause.name(), broken);
            }
        }
    }

    private static void isAccountedFor(Kind<?> kind, Contract contract) {
        Set<String> covered = contract.covered(kind);
        Set<String> paths = new TreeSet<>(kind.fields().paths());
        System.out.printf(
                "contract of %s on the sandbox: %d of %d fields covered, %d excused%n",
                kind.name(), covered.size(), paths.size(), contract.excused().size());
        Set<String> accounted = new TreeSet<>(covered);
        accounted.addAll(contract.excused().keySet());

        assertThat(accounted).isEqualTo(paths);
        assertThat(contract.excused()).doesNotContainKeys(covered.toArray(String[]::new));
    }

    @Test
    void everyKindHasAFileAndEveryFileAKind() throws IOException {
        // Given
        Set<String> kinds =
                new TreeSet<>(Kinds.all().stream().map(Contract::fileOf).toList());

        // When
        Set<String> files;
        try (Stream<Path> all = Files.list(Contract.FOLDER)) {
            files = all.map(it -> it.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }

        // Then
        assertThat(files).isEqualTo(kinds);
    }
}
