package io.holdfast.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.holdfast.contract.Deviations.Deviation;
import io.holdfast.model.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.opentest4j.TestAbortedException;

/** One kind's contract being asked of a program that deviates, as known, from AWS. */
final class Hearing {
    private final Kind<?> kind;
    private final Deviations known;
    private final Set<Deviation> met = new HashSet<>();
    private final Set<String> covered = new HashSet<>();
    private final Map<String, Integer> skipped = new TreeMap<>();
    private final Map<String, Set<String>> notKept = new TreeMap<>();
    private int held;
    private int otherwise;

    Hearing(Kind<?> kind, Deviations known) {
        this.kind = kind;
        this.known = known;
    }

    /** Asks one clause: it holds, or it is known to come out otherwise and does, or it is skipped. */
    void hear(Clause clause) throws Throwable {
        whyNot(clause).ifPresent(reason -> {
            skipped.merge(reason, 1, Integer::sum);
            throw new TestAbortedException(reason);
        });
        Optional<Deviation> deviation = known.of(segment(), clause.name());
        if (deviation.isPresent()) {
            comesOutOtherwise(clause, deviation.orElseThrow());
        } else {
            clause.check().execute();
            held++;
            covered.addAll(clause.paths());
        }
    }

    private Optional<String> whyNot(Clause clause) {
        Optional<String> lack =
                known.lack(segment(), clause.name()).map(it -> it.call() + " is not there: " + it.reason());
        Optional<String> spoiler = known.spoiler(segment(), clause.name()).map(it -> it.there() + ": " + it.reason());
        return lack.or(() -> spoiler)
                .or(() -> notKept.getOrDefault(clause.resource(), Set.of()).stream()
                        .filter(clause.paths()::contains)
                        .findFirst()
                        .map(it -> "a field is not kept there, so that nobody can change it"));
    }

    private void comesOutOtherwise(Clause clause, Deviation deviation) throws Throwable {
        try {
            clause.check().execute();
        } catch (AssertionError asKnown) {
            met.add(deviation);
            otherwise++;
            if (clause.name().endsWith(Birth.KEPT)) {
                notKept.computeIfAbsent(clause.resource(), it -> new TreeSet<>())
                        .addAll(clause.paths());
            }
            return;
        }
        fail(
                "moto can do this now: delete the entry of %s, or narrow it: \"%s\" holds, and is listed as: %s",
                segment(), clause.name(), deviation.there());
    }

    /**
     * Asks one clause that is never asked among the others, for what it would leave behind.
     *
     * @param clauses all of them, of resources that nobody has made yet
     */
    void spoils(Deviation spoiler, List<Clause> clauses) throws Throwable {
        Clause first = clauses.get(0);
        Clause spoilt = clauses.stream()
                .filter(it -> spoiler.of().covers(segment(), it.name()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no clause of " + segment() + " is as in " + spoiler.of()));
        if (!spoilt.name().equals(first.name())) {
            first.check().execute();
        }
        comesOutOtherwise(spoilt, spoiler);
    }

    /** The fields that are never as declared there: logical name to paths. */
    Map<String, Set<String>> notKept() {
        return notKept;
    }

    /** Says what came of it; a deviation nothing showed is not one. */
    void ends() {
        Set<String> rows = Contract.rows(kind, covered);
        System.out.printf(
                "contract of %s on moto_server: %d clauses hold, %d come out otherwise as known, %d skipped; %d of %d fields covered%n",
                kind.name(),
                held,
                otherwise,
                skipped.values().stream().mapToInt(it -> it).sum(),
                rows.size(),
                kind.fields().paths().size());
        skipped.forEach((reason, count) -> System.out.printf("    %d skipped: %s%n", count, reason));
        assertThat(known.differs())
                .filteredOn(it -> it.of().kind().equals(segment()))
                .allSatisfy(it -> assertThat(met).contains(it));
    }

    private String segment() {
        return kind.name().segment();
    }
}
