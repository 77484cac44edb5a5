package io.holdfast.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.holdfast.estate.Estate;
import io.holdfast.model.Cause;
import io.holdfast.model.Declared;
import io.holdfast.model.DriftReport;
import io.holdfast.model.FieldDrift;
import io.holdfast.model.Kind;
import io.holdfast.model.ResourceDrift;
import io.holdfast.model.ResourceId;
import io.holdfast.model.Sync;
import io.holdfast.sandbox.CallLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** One kind's resources in one account, and somebody else who changes them behind our back. */
final class Rivalry {
    private static final String ENVIRONMENT = "contract";
    private static final String FILE = ENVIRONMENT + ".yaml";

    private final Kind<?> kind;
    private final Contract contract;
    private final Estate ours;
    private final Estate theirs;
    private boolean begun;

    Rivalry(Kind<?> kind, Contract contract, Path folder) throws IOException {
        this.kind = kind;
        this.contract = contract;
        ours = new Estate(Files.createDirectories(folder.resolve("ours")));
        theirs = ours.rival(Files.createDirectories(folder.resolve("theirs")));
        ours.declare(FILE, new Sheet(contract.spec()).yaml(ENVIRONMENT));
    }

    /** What is made is found again as it was declared: nothing differs, and nothing was left uncompared. */
    void isObservedAsCreated() {
        converge(ours);
        begun = true;

        assertThat(ours.drift(ENVIRONMENT).resources()).allSatisfy(it -> {
            assertThat(it.sync()).isEqualTo(Sync.SYNCED);
            assertThat(it.fields()).isEmpty();
        });
    }

    void staysQuiet() {
        assumeThat(begun).isTrue();
        int before = ours.writes().size();
        for (int i = 0; i < 3; i++) {
            ours.clock().advance(Duration.ofMinutes(1));
            assertThat(ours.plan(ENVIRONMENT).changes()).isEmpty();
            ours.pass(ENVIRONMENT);
        }
        assertThat(operationsSince(before)).isEmpty();
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
        ResourceId id = new ResourceId(ENVIRONMENT, kind.name(), resource);
        theirs.declare(FILE, theirSheet().with(kind.slot(), resource, change).yaml(ENVIRONMENT));
        rest();
        converge(theirs);
        rest();

        DriftReport report = ours.drift(ENVIRONMENT);
        isNamed(report, id, change.keySet());
        int before = ours.writes().size();
        converge(ours);

        assertThat(operationsSince(before)).isEqualTo(calls(report));
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

    private static Set<String> calls(DriftReport report) {
        return report.resources().stream()
                .flatMap(it -> it.fields().stream())
                .map(it -> it.difference().call())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> operationsSince(int before) {
        List<CallLog.Entry> writes = ours.writes();
        return writes.subList(before, writes.size()).stream()
                .map(it -> it.service() + ":" + it.operation())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Sheet theirSheet() {
        Sheet sheet = new Sheet(contract.spec());
        contract.undeclared().forEach((resource, fields) -> sheet.with(kind.slot(), resource, fields));
        return sheet;
    }

    private void rest() {
        ours.clock().advance(Duration.ofHours(contract.restHours()));
    }

    private static void converge(Estate estate) {
        estate.converge(ENVIRONMENT);
    }
}
