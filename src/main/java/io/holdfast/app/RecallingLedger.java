package io.holdfast.app;

import io.holdfast.ledger.EventQuery;
import io.holdfast.ledger.HistoryQuery;
import io.holdfast.ledger.Ledger;
import io.holdfast.ledger.LedgerUnavailable;
import io.holdfast.ledger.RecordedEvent;
import io.holdfast.ledger.Sources;
import io.holdfast.model.Condition;
import io.holdfast.model.Decision;
import io.holdfast.model.Event;
import io.holdfast.model.Memory;
import io.holdfast.model.Pause;
import io.holdfast.model.Remembered;
import io.holdfast.model.Resumption;
import io.holdfast.model.RuleUse;
import io.holdfast.model.Standing;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * A ledger for a look from outside: what a running Holdfast remembers tells who moved, and nothing is written. Where it
 * cannot be asked, nothing is known, and that is said.
 */
final class RecallingLedger implements Ledger {
    private final Ledger ledger;
    private final boolean isThere;
    private Optional<String> trouble;

    RecallingLedger(Ledger ledger, boolean isThere) {
        this.ledger = ledger;
        this.isThere = isThere;
        this.trouble = isThere ? Optional.empty() : Optional.of("there is no ledger here, so nobody can say who moved");
    }

    @Override
    public Memory recall(String environment) {
        return isThere ? asked(() -> ledger.recall(environment), Memory.empty()) : Memory.empty();
    }

    @Override
    public Optional<String> trouble() {
        return trouble;
    }

    @Override
    public void keep(Remembered resource) {}

    @Override
    public void forget(Remembered resource) {}

    @Override
    public List<Condition> conditions(String environment) {
        return List.of();
    }

    @Override
    public void replaceConditions(String environment, List<Condition> conditions) {}

    @Override
    public void append(List<Event> events) {}

    @Override
    public List<RecordedEvent> events(EventQuery query) {
        return List.of();
    }

    @Override
    public List<RecordedEvent> history(HistoryQuery query) {
        return List.of();
    }

    @Override
    public void saveSources(Sources sources) {}

    @Override
    public Optional<Sources> loadSources(String environment) {
        return Optional.empty();
    }

    @Override
    public void replaceRuleUses(String environment, List<RuleUse> uses) {}

    @Override
    public Standing standing(String environment) {
        return isThere ? asked(() -> ledger.standing(environment), Standing.none()) : Standing.none();
    }

    @Override
    public List<Pause> pauses() {
        return isThere ? asked(ledger::pauses, List.of()) : List.of();
    }

    @Override
    public void decide(Decision decision) {}

    @Override
    public void pause(Pause pause) {}

    @Override
    public void resume(String scope) {}

    @Override
    public void keep(Resumption resumption) {}

    @Override
    public List<Resumption> resumptions(String environment) {
        return isThere ? asked(() -> ledger.resumptions(environment), List.of()) : List.of();
    }

    @Override
    public void forget(Resumption resumption) {}

    private <T> T asked(Supplier<T> question, T otherwise) {
        try {
            return question.get();
        } catch (LedgerUnavailable away) {
            trouble = Optional.of(away.getMessage() + "; so nobody can say who moved");
            return otherwise;
        }
    }

    @Override
    public SortedSet<String> sourcedEnvironments() {
        return new TreeSet<>();
    }
}
