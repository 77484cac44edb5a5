package io.holdfast.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.estate.Estate;
import io.holdfast.model.Declared;
import io.holdfast.model.FieldDrift;
import io.holdfast.model.Kind;
import io.holdfast.model.Plan;
import io.holdfast.model.ResourceDrift;
import io.holdfast.model.ResourceId;
import io.holdfast.model.Suppressed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One kind's resources being made, and which fields AWS shows otherwise than declared, at first and in the end. */
final class Birth {
    private static final String ENVIRONMENT = "contract";

    /** How the names of clauses end that say a field is kept at all. */
    static final String KEPT = " is given back in the end";

    private final Kind<?> kind;
    private final Contract contract;
    private final Ground ground;
    private final Estate estate;
    private final Hand hand;
    private final WayBack wayBack;
    private final Map<ResourceId, Set<String>> first = new TreeMap<>();
    private final Map<ResourceId, Set<String>> last = new TreeMap<>();

    Birth(Kind<?> kind, Contract contract, Ground ground, Path folder) {
        this.kind = kind;
        this.contract = contract;
        this.ground = ground;
        this.estate = new Estate(folder, ground.place());
        this.hand = new Hand(ground.place());
        this.wayBack = new WayBack(ENVIRONMENT, kind.name(), contract, estate, folder.resolve("back"));
        estate.declare(ENVIRONMENT + ".yaml", new Sheet(contract.spec()).yaml(ENVIRONMENT));
    }

    /** Everything, a clause for each declared field. */
    List<Clause> clauses() {
        List<Clause> clauses = new ArrayList<>();
        clauses.add(new Clause("all that is declared comes to be", this::happens));
        for (Declared<?> declared : declared()) {
            if (declared.kind().name().equals(kind.name())) {
                paths(declared).forEach(path -> clauses.addAll(clauses(declared.id(), path)));
            }
        }
        clauses.add(new Clause("what is exported differs from live in nothing", wayBack::differsInNothing));
        return clauses;
    }

    /** The way back to YAML, once everything is there. */
    WayBack wayBack() {
        return wayBack;
    }

    private List<Clause> clauses(ResourceId id, String path) {
        String subject = id.name() + ": " + path;
        List<Clause> clauses = new ArrayList<>();
        if (contract.later().stream().noneMatch(path::startsWith)) {
            clauses.add(clause(id, path, subject + " is given back by the create", first));
        }
        clauses.add(clause(id, path, subject + KEPT, last));
        return clauses;
    }

    private static Clause clause(ResourceId id, String path, String name, Map<ResourceId, Set<String>> differing) {
        return new Clause(
                name,
                id.name(),
                Set.of(path),
                () -> assertThat(differing.get(id)).as("differing fields").doesNotContain(path));
    }

    private static <S> Collection<String> paths(Declared<S> declared) {
        return declared.kind().fields().values(declared.state()).keySet();
    }

    private void happens() {
        contract.prepared().forEach(it -> hand.does(it.call(), it.with()));
        boolean done = false;
        for (int i = 0; i < ground.mostPasses() && !done; i++) {
            Plan plan = estate.plan(ENVIRONMENT);
            plan.report().resources().forEach(this::note);
            done = plan.changes().isEmpty()
                    && plan.report().resources().stream().noneMatch(Birth::isOnItsWay);
            estate.pass(ENVIRONMENT);
            estate.clock().advance(Ground.STEP);
        }
        assertThat(first.keySet()).isEqualTo(ids());
    }

    private static boolean isOnItsWay(ResourceDrift drift) {
        return drift.suppressed().stream().anyMatch(it -> it.reason().isTransition());
    }

    /** All that its file asks for. */
    List<Declared<?>> declared() {
        return estate.desired(ENVIRONMENT).resources();
    }

    /** What it has asked AWS to change. */
    List<String> calls() {
        return estate.calls().writes();
    }

    private Set<ResourceId> ids() {
        return declared().stream()
                .filter(it -> it.kind().name().equals(kind.name()))
                .map(Declared::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void note(ResourceDrift drift) {
        boolean isThere = drift.observed().present().isPresent();
        if (isThere && drift.declared().kind().name().equals(kind.name())) {
            Set<String> paths = Stream.concat(
                            drift.fields().stream().map(FieldDrift::path),
                            drift.suppressed().stream().map(Suppressed::path))
                    .collect(Collectors.toSet());
            first.putIfAbsent(drift.id(), paths);
            last.put(drift.id(), paths);
        }
    }
}
