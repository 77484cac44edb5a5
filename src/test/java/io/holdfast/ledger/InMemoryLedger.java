package io.holdfast.ledger;

import io.holdfast.ledger.EventRows.Kept;
import io.holdfast.model.Condition;
import io.holdfast.model.Decision;
import io.holdfast.model.Event;
import io.holdfast.model.Memory;
import io.holdfast.model.Pause;
import io.holdfast.model.Remembered;
import io.holdfast.model.Resumption;
import io.holdfast.model.RuleUse;
import io.holdfast.model.Standing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A ledger that lives as long as the test. It can refuse the next calls, and it tells of every write before making it,
 * so that a test can let the process die at that point: what was written stays, this write is lost.
 */
public class InMemoryLedger implements Ledger {
    private final Map<String, Remembered> resources = new TreeMap<>();
    private final Map<String, List<Condition>> conditions = new TreeMap<>();
    private final List<RecordedEvent> events = new ArrayList<>();
    private final Map<String, Sources> sources = new LinkedHashMap<>();
    private final Map<String, List<RuleUse>> ruleUses = new TreeMap<>();
    private final List<Decision> decisions = new ArrayList<>();
    private final Map<String, Pause> pauses = new TreeMap<>();
    private final List<Resumption> resumptions = new ArrayList<>();
    private final Kept kept;
    private Consumer<String> beforeWrite = attempted -> {};
    private int failures;
    private long lastId;

    public InMemoryLedger() {
        this(JdbcLedger.KEPT);
    }

    InMemoryLedger(Kept kept) {
        this.kept = kept;
    }

    /** Makes the next calls, reads and writes alike, end in {@link LedgerUnavailable}. */
    public synchronized void failNext(int calls) {
        failures = calls;
    }

    /** Called with what is attempted before each write; an exception out of it loses the write and reaches the caller. */
    public synchronized void beforeEachWrite(Consumer<String> hook) {
        beforeWrite = hook;
    }

    @Override
    public synchronized Memory recall(String environment) {
        read("recall " + environment);
        return new Memory(
                resources.values().stream()
                        .filter(it -> it.id().environment().equals(environment))
                        .toList(),
                ruleUses.getOrDefault(environment, List.of()));
    }

    @Override
    public synchronized void keep(Remembered resource) {
        write("keep " + resource.id());
        resources.put(name(resource), resource);
    }

    @Override
    public synchronized void forget(Remembered resource) {
        write("forget " + resource.id());
        resources.remove(name(resource));
    }

    @Override
    public synchronized List<Condition> conditions(String environment) {
        read("read conditions of " + environment);
        return conditions.getOrDefault(environment, List.of());
    }

    @Override
    public synchronized void replaceConditions(String environment, List<Condition> replacement) {
        write("keep conditions of " + environment);
        conditions.put(
                environment,
                replacement.stream()
                        .sorted(Comparator.comparing(Condition::type))
                        .toList());
    }

    @Override
    public synchronized void append(List<Event> happened) {
        write("append " + happened.size() + " events");
        happened.forEach(event -> events.add(new RecordedEvent(++lastId, event)));
        happened.stream().map(Event::environment).distinct().forEach(this::dropOldest);
    }

    private void dropOldest(String environment) {
        dropOldest(of(environment).filter(it -> !it.event().isDeed()).toList(), kept.seen());
        dropOldest(of(environment).filter(it -> it.event().isDeed()).toList(), kept.done());
    }

    private void dropOldest(List<RecordedEvent> all, int most) {
        events.removeAll(all.subList(0, Math.max(0, all.size() - most)));
    }

    @Override
    public synchronized List<RecordedEvent> history(HistoryQuery query) {
        read("read history");
        return events.stream()
                .filter(it -> it.event().isDeed())
                .filter(it -> query.environments()
                        .map(names -> names.contains(it.event().environment()))
                        .orElse(true))
                .filter(it -> it.id() < query.cursor().orElse(Long.MAX_VALUE))
                .sorted(Comparator.comparing(RecordedEvent::id).reversed())
                .limit(query.limit())
                .toList();
    }

    @Override
    public synchronized List<RecordedEvent> events(EventQuery query) {
        read("read events of " + query.environment());
        boolean newestFirst = query.order() == EventQuery.Order.NEWEST_FIRST;
        Comparator<RecordedEvent> byAge = Comparator.comparing(RecordedEvent::id);
        return of(query.environment())
                .sorted(newestFirst ? byAge.reversed() : byAge)
                .filter(it -> query.cursor().isEmpty()
                        || (newestFirst
                                ? it.id() < query.cursor().getAsLong()
                                : it.id() > query.cursor().getAsLong()))
                .limit(query.limit())
                .toList();
    }

    @Override
    public synchronized void saveSources(Sources saved) {
        write("keep sources of " + saved.environment());
        sources.put(saved.environment(), saved);
    }

    @Override
    public synchronized Optional<Sources> loadSources(String environment) {
        read("read sources of " + environment);
        return Optional.ofNullable(sources.get(environment));
    }

    @Override
    public synchronized SortedSet<String> sourcedEnvironments() {
        read("list environments with sources");
        return new TreeSet<>(sources.keySet());
    }

    @Override
    public synchronized void replaceRuleUses(String environment, List<RuleUse> uses) {
        write("keep the uses of rules of " + environment);
        ruleUses.put(environment, List.copyOf(uses));
    }

    @Override
    public synchronized Standing standing(String environment) {
        read("read what people said of " + environment);
        return new Standing(
                decisions.stream()
                        .filter(it -> it.environment().equals(environment))
                        .toList(),
                List.copyOf(pauses.values()));
    }

    @Override
    public synchronized List<Pause> pauses() {
        read("read pauses");
        return List.copyOf(pauses.values());
    }

    @Override
    public synchronized void decide(Decision decision) {
        write("keep a decision on " + decision.environment());
        decisions.removeIf(it -> it.id().equals(decision.id()));
        decisions.add(decision);
    }

    @Override
    public synchronized void pause(Pause pause) {
        write("keep a pause of " + pause.scope());
        pauses.put(pause.scope(), pause);
    }

    @Override
    public synchronized void resume(String scope) {
        write("forget the pause of " + scope);
        pauses.remove(scope);
    }

    @Override
    public synchronized void keep(Resumption resumption) {
        write("keep what is to be enforced again of " + resumption.resource());
        resumptions.remove(resumption);
        resumptions.add(resumption);
    }

    @Override
    public synchronized List<Resumption> resumptions(String environment) {
        read("read what is to be enforced again of " + environment);
        return resumptions.stream()
                .filter(it -> it.environment().equals(environment))
                .toList();
    }

    @Override
    public synchronized void forget(Resumption resumption) {
        write("forget what is enforced again of " + resumption.resource());
        resumptions.remove(resumption);
    }

    @Override
    public synchronized Optional<String> trouble() {
        return failures > 0
                ? Optional.of("the ledger in memory refuses the next " + failures + " calls")
                : Optional.empty();
    }

    private Stream<RecordedEvent> of(String environment) {
        return events.stream().filter(it -> it.event().environment().equals(environment));
    }

    private void write(String attempted) {
        beforeWrite.accept(attempted);
        read(attempted);
    }

    private void read(String attempted) {
        if (failures > 0) {
            failures--;
            throw new LedgerUnavailable(attempted, "memory", new IllegalStateException("refused by the test"));
        }
    }

    private static String name(Remembered resource) {
        return resource.id() + " " + resource.key();
    }
}
