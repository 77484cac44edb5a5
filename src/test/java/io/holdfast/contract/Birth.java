package io.holdfast.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.estate.Estate;
import io.holdfast.estate.Place;
import io.holdfast.model.Declared;
import io.holdfast.model.Kind;
import io.holdfast.model.Plan;
import io.holdfast.model.ResourceDrift;
import io.holdfast.model.ResourceId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** One kind's resources being made, and which fields AWS shows otherwise than declared, at first and in the end. */
final class Birth {
    private static final String ENVIRONMENT = "contract";
    private static final int MOST_PASSES = 90;
    private static final Duration BETWEEN = Duration.ofMinutes(1);

    private final Kind<?> kind;
    private final Contract contract;
    private final Estate estate;
    private final Hand hand;
    private final Map<ResourceId, Set<String>> first = new TreeMap<>();
    private final Map<ResourceId, Set<String>> last = new TreeMap<>();

    Birth(Kind<?> kind, Contract contract, Place place, Path folder) {
        this.kind = kind;
        this.contract = contract;
        this.estate = new Estate(folder, place);
        this.hand = new Hand(place);
        estate.declare(ENVIRONMENT + ".yaml", new Sheet(contract.spec()).yaml(ENVIRONMENT));
    }

    /** Everything, a clause for each declared field. */
    List<Clause> clauses() {
        List<Clause> clauses = new ArrayList<>();
        clauses.add(new Clause("all that is declared comes to be", this::happens));
        for (Declared<?> declared : estate.desired(ENVIRONMENT).resources()) {
            if (declared.kind().name().equals(kind.name())) {
                paths(declared).forEach(path -> clauses.addAll(clauses(declared.id(), path)));
            }
        }
        return clauses;
    }

    private List<Clause> clauses(ResourceId id, String path) {
        List<Clause> clauses = new ArrayList<>();
        if (contract.later().stream().noneMatch(path::startsWith)) {
            clauses.add(new Clause(
                    id.name() + ": " + path + " is given back by the create",
                    () -> assertThat(first.get(id)).doesNotContain(path)));
        }
        clauses.add(new Clause(
                id.name() + ": " + path + " is given back in the end",
                () -> assertThat(last.get(id)).doesNotContain(path)));
        return clauses;
    }

    private static <S> Collection<String> paths(Declared<S> declared) {
        return declared.kind().fields().values(declared.state()).keySet();
    }

    private void happens() {
        contract.prepared().forEach(it -> hand.does(it.call(), it.with()));
        boolean done = false;
        for (int i = 0; i < MOST_PASSES && !done; i++) {
            Plan plan = estate.plan(ENVIRONMENT);
            plan.report().resources().forEach(this::note);
            done = plan.changes().isEmpty();
            estate.pass(ENVIRONMENT);
            estate.clock().advance(BETWEEN);
        }
        assertThat(first.keySet()).isEqualTo(declared());
    }

    private Set<ResourceId> declared() {
        return estate.desired(ENVIRONMENT).resources().stream()
                .filter(it -> it.kind().name().equals(kind.name()))
                .map(Declared::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void note(ResourceDrift drift) {
        boolean isThere = drift.observed().present().isPresent();
        if (isThere && drift.declared().kind().name().equals(kind.name())) {
            Set<String> paths = drift.fields().stream().map(it -> it.path()).collect(Collectors.toSet());
            first.putIfAbsent(drift.id(), paths);
            last.put(drift.id(), paths);
        }
    }
}
