package io.holdfast.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.model.Change;
import io.holdfast.model.Ruling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Each guardrail has a scenario in which it holds a change, and one nearby in which it must not. */
class GuardrailScenariosTest {
    private static final Path INDEX = Path.of("src/test/resources/guardrails.yaml");
    private static final Path GUARDRAILS = Path.of("src/main/java/io/holdfast/plan/guardrail");

    @TempDir
    Path temp;

    /** One line of the index. */
    private record Proof(String guardrail, String holds, String letsThrough) {
        static Proof of(String guardrail, Tree tree) {
            Proof proof = new Proof(
                    guardrail,
                    tree.text("holds").orElseThrow(),
                    tree.text("letsThrough").orElseThrow());
            tree.assertRead();
            return proof;
        }
    }

    @TestFactory
    Stream<DynamicTest> eachHoldsWhereItMustAndNowhereElse() throws IOException {
        return proofs().stream()
                .map(it -> DynamicTest.dynamicTest(it.guardrail(), () -> {
                    assertThat(rulings(it.holds(), it.guardrail()))
                            .as("%s in %s", it.guardrail(), it.holds())
                            .anyMatch(ruling -> !ruling.verdict().mayProceed());
                    assertThat(rulings(it.letsThrough(), it.guardrail()))
                            .as("%s in %s", it.guardrail(), it.letsThrough())
                            .isNotEmpty()
                            .allMatch(ruling -> ruling.verdict().mayProceed());
                }));
    }

    @Test
    void noGuardrailIsForgotten() throws IOException {
        assertThat(proofs()).extracting(Proof::guardrail).containsExactlyInAnyOrderElementsOf(guardrails());
    }

    private List<Ruling> rulings(String scenario, String guardrail) throws IOException {
        return Scenario.named(scenario).plan(Files.createTempDirectory(temp, "environments")).changes().stream()
                .map(Change::rulings)
                .flatMap(List::stream)
                .filter(it -> it.guardrail().equals(guardrail))
                .toList();
    }

    private static List<Proof> proofs() throws IOException {
        List<Proof> proofs = new ArrayList<>();
        Tree index = Tree.read(INDEX);
        for (String guardrail : guardrails()) {
            index.take(guardrail).ifPresent(it -> proofs.add(Proof.of(guardrail, Tree.of(guardrail, it))));
        }
        index.assertRead();
        return proofs;
    }

    /** One file is one question. */
    private static Set<String> guardrails() throws IOException {
        try (Stream<Path> files = Files.list(GUARDRAILS)) {
            Set<String> names = new TreeSet<>();
            files.map(it -> it.getFileName().toString())
                    .filter(it -> it.endsWith("Guardrail.java") && !it.equals("Guardrail.java"))
                    .forEach(it -> names.add(it.replace("Guardrail.java", "")));
            return names;
        }
    }
}
