package io.holdfast.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.estate.Estate;
import io.holdfast.export.Exported;
import io.holdfast.model.Declared;
import io.holdfast.model.Difference;
import io.holdfast.model.DriftReport;
import io.holdfast.model.KindName;
import io.holdfast.model.ResourceId;
import io.holdfast.model.Scope;
import io.holdfast.model.Sync;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * From live back to YAML. That an export differs from live in nothing is half of it, and an empty file would do as well;
 * the other half is that whoever makes an estate of it anew gets what was declared in the first place.
 */
final class WayBack {
    private final String environment;
    private final KindName kind;
    private final Contract contract;
    private final Estate estate;
    private final Path folder;

    /**
     * The way back from an estate that is as its contract declares.
     *
     * @param folder for files of its own
     */
    WayBack(String environment, KindName kind, Contract contract, Estate estate, Path folder) {
        this.environment = environment;
        this.kind = kind;
        this.contract = contract;
        this.estate = estate;
        this.folder = folder;
    }

    /** The export loads, names the kind's resources as they are called, and live differs from it in nothing. */
    void differsInNothing() {
        Exported exported = export();
        Estate reader = estate.rival(folder.resolve("read")).declare(environment + ".yaml", exported.yaml());
        DriftReport drift = reader.drift(environment);

        assertThat(exported.missing()).isEmpty();
        assertThat(exported.notSeen()).isEmpty();
        assertThat(drift.isComplete()).isTrue();
        assertThat(drift.resources()).allSatisfy(it -> {
            assertThat(it.fields()).as(it.id().toString()).isEmpty();
            assertThat(it.sync()).as(it.id().toString()).isEqualTo(Sync.SYNCED);
        });
        assertThat(ids(reader.desired(environment).resources().stream()))
                .isEqualTo(ids(estate.desired(environment).resources().stream()));
    }

    /** What is made of the export elsewhere is as was declared here, field by field. */
    void asksForAllOfIt(Ground elsewhere) {
        Estate anew = new Estate(folder.resolve("anew"), elsewhere.place());
        try (Hand hand = new Hand(elsewhere.place())) {
            contract.prepared().forEach(it -> hand.does(it.call(), it.with()));
        }
        anew.declare(environment + ".yaml", export().yaml().replace("mode: observe", "mode: enforce"));
        elsewhere.converge(anew, environment);

        anew.declare(environment + ".yaml", new Sheet(contract.spec()).yaml(environment));
        DriftReport drift = anew.drift(environment);
        assertThat(drift.isComplete()).isTrue();
        assertThat(drift.resources()).allSatisfy(it -> {
            assertThat(it.observed().isAbsent()).as(it.id() + " is absent").isFalse();
            assertThat(it.fields()).as(it.id().toString()).allMatch(field -> isAnotherRevision(field.difference()));
        });
    }

    /** An export declares what a revision says; which number AWS gives it elsewhere is AWS's choice. */
    private static boolean isAnotherRevision(Difference difference) {
        return difference.path().equals("taskDefinition")
                && family(difference.desired()).equals(family(difference.live()));
    }

    private static Optional<String> family(Optional<Object> revision) {
        return revision.map(it -> it.toString().replaceAll(":\\d+$", ""));
    }

    private Exported export() {
        return estate.export(environment, Scope.everything());
    }

    private Set<ResourceId> ids(Stream<Declared<?>> declared) {
        return declared.filter(it -> it.kind().name().equals(kind))
                .map(Declared::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
