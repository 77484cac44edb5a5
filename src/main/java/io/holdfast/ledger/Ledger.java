package io.holdfast.ledger;

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

/**
 * What Holdfast has to remember across passes and restarts.
 *
 * <p>Every method either does all it says or throws {@link LedgerUnavailable} and leaves nothing half-written; each may
 * be called again, and by several threads and processes at once. Times are kept to the microsecond.
 */
public interface Ledger {
    /** All that is known of an environment's resources; empty for one never heard of. */
    Memory recall(String environment);

    /** Remembers a resource under its id and AWS name, instead of what was known of it before. */
    void keep(Remembered resource);

    /** Forgets what {@link #keep} remembered under the same id and AWS name; nothing if there was nothing. */
    void forget(Remembered resource);

    /** The conditions an environment was last in, in the order of their types. */
    List<Condition> conditions(String environment);

    /** Remembers these conditions of an environment and no others. */
    void replaceConditions(String environment, List<Condition> conditions);

    /**
     * Writes down what happened, in this order. The oldest events of an environment that has too many are dropped: of those
     * that only tell what was seen much sooner than of those that tell what was done or said.
     */
    void append(List<Event> events);

    /** One page of what happened in an environment. */
    List<RecordedEvent> events(EventQuery query);

    /** One page of what was done and said, in some environments or in all of them. */
    List<RecordedEvent> history(HistoryQuery query);

    /** Remembers the files of a desired state that loaded, instead of its environment's earlier ones. */
    void saveSources(Sources sources);

    /** The files of the last desired state that loaded; empty for an environment that never did. */
    Optional<Sources> loadSources(String environment);

    /** The environments of which a desired state ever loaded. */
    SortedSet<String> sourcedEnvironments();

    /** Remembers when the ignore rules of an environment were last of use, instead of what was known of them before. */
    void replaceRuleUses(String environment, List<RuleUse> uses);

    /** What people have said of an environment and of the fleet: expired words too, for whoever reads them checks the time. */
    Standing standing(String environment);

    /** All pauses, the fleet's and the environments'. */
    List<Pause> pauses();

    /** Remembers what somebody said of a plan. */
    void decide(Decision decision);

    /** Remembers a pause, instead of an earlier one of the same scope. */
    void pause(Pause pause);

    /** Forgets the pause of a scope; nothing if there was none. */
    void resume(String scope);

    /** Remembers that a person wants fields enforced again that were left alone. */
    void keep(Resumption resumption);

    /** The fields of an environment that are to be enforced again, and that no pass has taken up. */
    List<Resumption> resumptions(String environment);

    /** Forgets one that has been taken up; nothing if there was none. */
    void forget(Resumption resumption);

    /** Why the ledger takes no write at this moment, in a sentence; empty when it does. Tries one to find out. */
    Optional<String> trouble();
}
