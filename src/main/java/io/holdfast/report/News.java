package io.holdfast.report;

import io.holdfast.apply.Applied;
import io.holdfast.ledger.LedgerUnavailable;
import io.holdfast.model.Condition;
import io.holdfast.model.DriftReport;
import io.holdfast.model.Event;
import io.holdfast.model.FieldDrift;
import io.holdfast.model.Outcome;
import io.holdfast.model.ResourceDrift;
import io.holdfast.model.ResourceId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** What is worth telling of a pass: what was done, and what changed since the last one. Told once, not every pass. */
final class News {
    private static final Logger LOG = Logger.getLogger("io.holdfast");

    private final String environment;
    private final String commit;
    private final Instant now;

    News(String environment, String commit, Instant now) {
        this.environment = environment;
        this.commit = commit;
        this.now = now;
    }

    /** A pass that could not go on: for want of a ledger, which is told when that begins, or for a defect of ours. */
    static void failed(String environment, String reason, RuntimeException why, List<Condition> earlier) {
        if (why instanceof LedgerUnavailable) {
            boolean isKnown = earlier.stream().anyMatch(it -> it.reason().equals(reason));
            LOG.logf(
                    isKnown ? Logger.Level.DEBUG : Logger.Level.ERROR,
                    "environment=%s reason=%s %s; nothing is changed, and each pass tries again",
                    environment,
                    reason,
                    why.getMessage());
            return;
        }
        LOG.errorf(why, "environment=%s reason=%s the pass broke off; the next one starts afresh", environment, reason);
    }

    /** What was sent, and what AWS answered. A change not sent is no news: its verdict is in the plan. */
    List<Event> ofChanges(List<Applied> applied) {
        return applied.stream()
                .filter(it -> it.outcome().isPresent())
                .map(it -> told(it.change().id(), word(it), it.sentence()))
                .toList();
    }

    private static String word(Applied applied) {
        if (applied.outcome().filter(Outcome.Failed.class::isInstance).isPresent()) {
            return "Failed";
        }
        return switch (applied.change().action()) {
            case CREATE -> "Created";
            case UPDATE -> "Updated";
            case ADOPT -> "Adopted";
            case REPLACE -> "Replaced";
            case DELETE -> "Deleted";
        };
    }

    /** Differences seen for the first time. */
    List<Event> ofDrift(DriftReport report) {
        return report.resources().stream()
                .filter(it -> it.since()
                        .filter(since -> !since.isBefore(report.observedAt()))
                        .isPresent())
                .filter(it -> it.cause().isPresent())
                .map(it -> told(it.id(), it.cause().orElseThrow().word(), sentence(it)))
                .toList();
    }

    private static String sentence(ResourceDrift drift) {
        if (drift.fields().isEmpty()) {
            return "declared, and not there";
        }
        return drift.fields().stream()
                .map(FieldDrift::difference)
                .map(it -> it.path() + ": desired " + shown(it.desired()) + ", live " + shown(it.live()))
                .collect(Collectors.joining("; "));
    }

    private static String shown(Optional<Object> value) {
        return value.map(io.holdfast.model.Normal::text).orElse("nothing");
    }

    /** Conditions whose status moved, and those that were bad from the beginning. */
    List<Event> ofConditions(List<Condition> earlier, List<Condition> conditions) {
        return conditions.stream()
                .filter(it -> it.since().equals(now))
                .filter(it -> earlier.stream().anyMatch(old -> old.type() == it.type()) || isTrouble(it))
                .map(it -> told(
                        Optional.empty(), it.type().word() + it.status().word(), it.reason() + ": " + it.message()))
                .toList();
    }

    /** What a person has to do something about; of all else that was so from the beginning the drift tells. */
    private static boolean isTrouble(Condition condition) {
        return switch (condition.type()) {
            case VALID, OBSERVED -> condition.status() != Condition.Status.TRUE;
            case STALLED -> condition.status() == Condition.Status.TRUE;
            default -> false;
        };
    }

    private Event told(ResourceId resource, String reason, String message) {
        return told(Optional.of(resource), reason, message);
    }

    private Event told(Optional<ResourceId> resource, String reason, String message) {
        LOG.infof(
                "%s environment=%s resource=%s revision=%s %s",
                reason, environment, resource.map(ResourceId::toString).orElse("-"), commit, message);
        return new Event(now, environment, resource, reason, message, commit);
    }
}
