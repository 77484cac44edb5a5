package io.holdfast.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.contract.Contract.Deed;
import io.holdfast.contract.Contract.Remake;
import io.holdfast.estate.Estate;
import io.holdfast.model.Cause;
import io.holdfast.model.Change.Action;
import io.holdfast.model.Declared;
import io.holdfast.model.Difference;
import io.holdfast.model.DriftReport;
import io.holdfast.model.FieldDrift;
import io.holdfast.model.Kind;
import io.holdfast.model.ResourceDrift;
import io.holdfast.model.ResourceId;
import io.holdfast.model.Step;
import io.holdfast.model.Sync;
import io.holdfast.report.EnvironmentStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One kind's resources in one account, and somebody else who changes them behind our back. */
final class Rivalry {
    private static final String ENVIRONMENT = "contract";
    private static final String FILE = ENVIRONMENT + ".yaml";

    private final Kind<?> kind;
    private final Contract contract;
    private final Ground ground;
    private final Estate ours;
    private final Estate theirs;
    private final Hand hand;
    private boolean begun;

    Rivalry(Kind<?> kind, Contract contract, Ground ground, Path folder) {
        this.kind = kind;
        this.contract = contract;
        this.ground = ground;
        hand = new Hand(ground.place());
        ours = new Estate(folder.resolve("ours"), ground.place());
        theirs = ours.rival(folder.resolve("theirs"));
        ours.declare(FILE, new Sheet(contract.spec()).yaml(ENVIRONMENT));
    }

    /** What we have asked AWS to change. */
    List<String> calls() {
        return ours.calls().writes();
    }

    /** All there is is as declared, and nothing was left uncompared. */
    void begins() {
        contract.prepared().forEach(it -> hand.does(it.call(), it.with()));
        converge(ours);
        begun = true;

        assertThat(ours.drift(ENVIRONMENT).resources()).allSatisfy(it -> {
            assertThat(it.sync()).isEqualTo(Sync.SYNCED);
            assertThat(it.fields()).isEmpty();
            assertThat(it.suppressed()).isEmpty();
        });
    }

    void staysQuiet() {
        assumeThat(begun).isTrue();
        int before = ours.calls().writes().size();
        for (int i = 0; i < 3; i++) {
            ours.clock().advance(Duration.ofMinutes(1));
            assertThat(ours.plan(ENVIRONMENT).changes()).isEmpty();
            ours.pass(ENVIRONMENT);
        }
        assertThat(callsSince(before)).isEmpty();
    }

    /** What others set and we do not declare is none of our business. */
    void leavesTheUndeclaredAlone() {
        assumeThat(begun).isTrue();
        theirs.declare(FILE, theirSheet().yaml(ENVIRONMENT));
        converge(theirs);

        staysQuiet();
    }

    /** A change made behind our back is found, named and undone, by the calls of its rows and by no other. */
    void repairs(String resource, Map<String, JsonNode> change) {
        assumeThat(begun).isTrue();
        theirs.declare(FILE, theirSheet().with(kind.slot(), resource, change).yaml(ENVIRONMENT));
        rest();
        converge(theirs);
        rest();

        isRepaired(resource, change.keySet());
    }

    /** The same of a change that nobody can declare. */
    void repairs(String resource, Deed deed) {
        assumeThat(begun).isTrue();
        deed.calls().forEach(it -> hand.does(it.call(), it.with()));
        rest();

        isRepaired(resource, deed.found());
    }

    private void isRepaired(String resource, Set<String> paths) {
        DriftReport report = ours.drift(ENVIRONMENT);
        isNamed(report, id(resource), paths);
        int before = ours.calls().writes().size();
        converge(ours);

        // A revision that is there already is not registered again.
        assertThat(callsSince(before)).isNotEmpty().isSubsetOf(calls(report));
        theirsIsAsItWas();
    }

    /** What only another resource can have is found and named, and nothing is done about it without a person. */
    void leavesToAPerson(String resource, Remake remake) {
        assumeThat(begun).isTrue();
        remove(resource);
        theirs.declare(
                FILE, theirSheet().with(kind.slot(), resource, remake.with()).yaml(ENVIRONMENT));
        converge(theirs);
        rest();

        isNamed(ours.drift(ENVIRONMENT), id(resource), remake.found());
        int before = ours.calls().writes().size();
        EnvironmentStatus status = ours.pass(ENVIRONMENT);

        assertThat(status.plan().orElseThrow().changes())
                .filteredOn(it -> it.action() == Action.REPLACE)
                .singleElement()
                .satisfies(it -> assertThat(it.verdict().mayProceed()).isFalse());
        assertThat(callsSince(before)).isEmpty();
        remove(resource);
        theirs.declare(FILE, theirSheet().yaml(ENVIRONMENT));
        converge(ours);
        converge(theirs);
    }

    private void remove(String resource) {
        contract.removal().get(resource).forEach(it -> {
            hand.does(it.call(), it.with());
            ours.clock().advance(Duration.ofHours(1));
        });
    }

    private ResourceId id(String resource) {
        return new ResourceId(ENVIRONMENT, kind.name(), resource);
    }

    private void theirsIsAsItWas() {
        theirs.declare(FILE, theirSheet().yaml(ENVIRONMENT));
        assertThat(theirs.drift(ENVIRONMENT).resources())
                .as("what we do not declare is as it was")
                .allSatisfy(it -> assertThat(it.fields()).isEmpty());
    }

    private static void isNamed(DriftReport report, ResourceId id, Set<String> paths) {
        List<ResourceDrift> drifted = report.resources().stream()
                .filter(it -> it.sync() != Sync.SYNCED)
                .toList();
        assertThat(drifted)
                .filteredOn(it -> !follows(it.declared(), id))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.id()).isEqualTo(id);
                    assertThat(it.fields()).extracting(FieldDrift::path).containsExactlyInAnyOrderElementsOf(paths);
                });
        assertThat(drifted)
                .flatExtracting(ResourceDrift::fields)
                .extracting(FieldDrift::cause)
                .containsOnly(Cause.LIVE_DRIFT);
    }

    private static <S> boolean follows(Declared<S> declared, ResourceId other) {
        return declared.kind().follows(declared.id(), declared.state()).containsValue(other);
    }

    /** Those of the rows, and that of the first step where the values decide which of two it is. */
    private static Set<String> calls(DriftReport report) {
        return report.resources().stream()
                .flatMap(it -> {
                    List<Difference> differences =
                            it.fields().stream().map(FieldDrift::difference).toList();
                    return Stream.concat(
                            differences.stream().map(Difference::call),
                            it.declared().kind().steps(differences).stream().map(Step::call));
                })
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> callsSince(int before) {
        List<String> writes = ours.calls().writes();
        return new TreeSet<>(writes.subList(before, writes.size()));
    }

    private Sheet theirSheet() {
        Sheet sheet = new Sheet(contract.spec());
        contract.undeclared().forEach((resource, fields) -> sheet.with(kind.slot(), resource, fields));
        return sheet;
    }

    private void rest() {
        ours.clock().advance(Duration.ofHours(contract.restHours()));
    }

    private void converge(Estate estate) {
        ground.converge(estate, ENVIRONMENT);
    }
}
