package io.holdfast.kind.replicationgroup;

import static io.holdfast.aws.BrokenPromise.unless;

import io.holdfast.aws.Answer;
import io.holdfast.aws.AwsAccess;
import io.holdfast.aws.load.CacheGroup;
import io.holdfast.model.Ask;
import io.holdfast.model.Excuse;
import io.holdfast.model.Facts;
import io.holdfast.model.Observed;
import io.holdfast.model.Observer;
import io.holdfast.model.Ownership;
import io.holdfast.model.ResourceId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks at replication groups and their nodes. */
final class ReplicationGroupObserver implements Observer<ReplicationGroupState> {
    private static final String DESCRIBE = "elasticache:DescribeReplicationGroups";

    private final AwsAccess access;
    private final Aftermath aftermath;

    ReplicationGroupObserver(AwsAccess access) {
        this.access = access;
        this.aftermath = new Aftermath(access);
    }

    @Override
    public Map<ResourceId, Observed<ReplicationGroupState>> observe(List<Ask<ReplicationGroupState>> asks) {
        Map<String, Answer<CacheGroup>> groups =
                access.caches().groups().load(asks.stream().map(Ask::key).toList());
        Map<ResourceId, Observed<ReplicationGroupState>> observed = new HashMap<>();
        asks.forEach(ask ->
                observed.put(ask.id(), groups.get(ask.key()).observed(DESCRIBE, group -> observed(ask, group))));
        return observed;
    }

    private Observed<ReplicationGroupState> observed(Ask<ReplicationGroupState> ask, CacheGroup cache) {
        Gate gate = new Gate(cache);
        Optional<String> closed = gate.closedBecause();
        Optional<Answer<Map<String, String>>> tags = tags(cache, closed.isEmpty());
        ReplicationGroupState live = LiveGroup.stateOf(cache, tags.flatMap(Answer::toOptional));
        Facts facts = Facts.of(arn(cache), ownership(ask.id(), tags))
                .with(gate.health())
                .excused(excuses(ask, cache, closed.isEmpty(), tags));
        Facts told = closed.map(facts::underway).orElse(facts);
        return Observed.present(
                live, aftermath.of(ask, live, cache, told).map(told::rollingOut).orElse(told));
    }

    /** ElastiCache tells no tags of a group that is changing, so then only what is remembered counts. */
    private Optional<Answer<Map<String, String>>> tags(CacheGroup cache, boolean isSteady) {
        return isSteady
                ? Optional.of(access.caches().tags().load(List.of(arn(cache))).get(arn(cache)))
                : access.caches().tags().recall(arn(cache)).map(Answer::found);
    }

    private Ownership ownership(ResourceId id, Optional<Answer<Map<String, String>>> tags) {
        return tags.map(answer -> answer.fold(
                        known -> access.marks().ownership(id, known), Ownership::unowned, fault -> Ownership.unknown()))
                .orElseGet(Ownership::unknown);
    }

    private static List<Excuse> excuses(
            Ask<ReplicationGroupState> ask,
            CacheGroup cache,
            boolean isSteady,
            Optional<Answer<Map<String, String>>> tags) {
        List<Excuse> excuses = new ArrayList<>(Transitions.of(ask, cache, isSteady));
        if (tags.isEmpty()) {
            excuses.add(Transitions.unknown("tags", "ElastiCache tells no tags of a group that is changing"));
        }
        return excuses;
    }

    static String arn(CacheGroup cache) {
        return unless(cache.group().arn(), "ReplicationGroup.ARN");
    }
}
