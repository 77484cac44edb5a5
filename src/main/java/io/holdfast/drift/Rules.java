package io.holdfast.drift;

import io.holdfast.model.DesiredState;
import io.holdfast.model.Excuse.Reason;
import io.holdfast.model.FieldDrift;
import io.holdfast.model.IgnoreUse;
import io.holdfast.model.Memory;
import io.holdfast.model.ResourceDrift;
import io.holdfast.model.RuleUse;
import io.holdfast.model.Suppressed;
import io.holdfast.model.TurnBack;
import io.holdfast.model.policy.IgnoreRule;
import io.holdfast.model.policy.Lineage;
import io.holdfast.model.policy.Policy;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/** What the YAML says of differences that nobody closes: those somebody lives with, and contended ones. */
final class Rules {
    /** Whoever comes back only after a day is no rival. */
    private static final Duration FORGOTTEN = Duration.ofDays(1);

    private final Policy policy;
    private final String commit;

    Rules(DesiredState desired) {
        this.policy = desired.policy();
        this.commit = desired.revision().commit();
    }

    Optional<IgnoreRule> ignored(Lineage resource, String path, Instant now) {
        return policy.ignored(resource, path, now);
    }

    /** Why a field is put back no more, in a sentence; empty while it is. */
    Optional<String> contended(SortedMap<String, TurnBack> turnedBack, String path, Instant now) {
        return Optional.ofNullable(turnedBack.get(path))
                .filter(it -> it.unshown().isEmpty() && it.commit().equals(commit))
                .filter(it -> it.times() >= policy.limits().turnBacks())
                .filter(it -> now.isBefore(it.last().plus(FORGOTTEN)))
                .map(Rules::sentence);
    }

    private static String sentence(TurnBack undone) {
        return "put back " + undone.times() + " times between " + undone.first() + " and " + undone.last()
                + ", and somebody set it to " + undone.rival()
                + " again each time; left alone until a new commit comes, or a person resumes it or asks for a pass";
    }

    /** What each rule has done in a look. */
    List<IgnoreUse> uses(Collection<ResourceDrift> drifts, Memory memory, Instant now) {
        return policy.ignores().stream().map(it -> use(it, drifts, memory, now)).toList();
    }

    private IgnoreUse use(IgnoreRule rule, Collection<ResourceDrift> drifts, Memory memory, Instant now) {
        long hits = hits(rule, drifts, now);
        RuleUse history = memory.rule(rule.name(), now);
        return new IgnoreUse(rule, hits, rule.isExpired(now), hits > 0 ? history.hit(now) : history);
    }

    private long hits(IgnoreRule rule, Collection<ResourceDrift> drifts, Instant now) {
        return drifts.stream()
                .flatMap(drift -> differing(drift)
                        .filter(path -> ignored(drift.lineage(), path, now)
                                .filter(rule::equals)
                                .isPresent()))
                .count();
    }

    private static Stream<String> differing(ResourceDrift drift) {
        Stream<String> livedWith = drift.suppressed().stream()
                .filter(it -> it.reason() == Reason.IGNORED)
                .map(Suppressed::path);
        return Stream.concat(livedWith, drift.fields().stream().map(FieldDrift::path));
    }
}
