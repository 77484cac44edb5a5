package io.holdfast.model;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Desired against live, for one environment: the product's most important document.
 *
 * @param desired the state that was compared
 * @param observedAt when the look began
 * @param resources every declared resource, in the order of the desired state
 * @param strays ours and live, declared no longer
 * @param ignores what each ignore rule has done, in the order of the file
 * @param notSeen what we could not look at, and why; as long as there is any, the report is not complete
 */
public record DriftReport(
        DesiredState desired,
        Instant observedAt,
        List<ResourceDrift> resources,
        List<Stray> strays,
        List<IgnoreUse> ignores,
        Map<ResourceId, Fault> notSeen) {
    public DriftReport {
        requireNonNull(desired, "desired");
        requireNonNull(observedAt, "observedAt");
        resources = List.copyOf(resources);
        strays = List.copyOf(strays);
        ignores = List.copyOf(ignores);
        notSeen = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(notSeen));
    }

    public String environment() {
        return desired.environment();
    }

    /** Whether everything could be looked at. */
    public boolean isComplete() {
        return notSeen.isEmpty();
    }

    public Sync sync() {
        if (count(Sync.OUT_OF_SYNC) > 0) {
            return Sync.OUT_OF_SYNC;
        }
        return isComplete() ? Sync.SYNCED : Sync.UNKNOWN;
    }

    public Health.Status health() {
        return resources.stream().map(it -> it.health().status()).reduce(Health.Status.HEALTHY, Health.Status::worse);
    }

    public long count(Sync sync) {
        return resources.stream().filter(it -> it.sync() == sync).count();
    }

    /** How many resources moved, by who moved them. */
    public Map<Cause, Long> byCause() {
        Map<Cause, Long> counts = new TreeMap<>();
        resources.forEach(it -> it.cause().ifPresent(cause -> counts.merge(cause, 1L, Long::sum)));
        if (!strays.isEmpty()) {
            counts.put(Cause.STRAY, (long) strays.size());
        }
        return counts;
    }

    /** What was declared and not compared, or explained away. */
    public List<Suppressed> suppressed() {
        return resources.stream().flatMap(it -> it.suppressed().stream()).toList();
    }
}
