package io.holdfast.kind.replicationgroup;

import static java.util.stream.Collectors.toCollection;

import io.holdfast.aws.Answer;
import io.holdfast.aws.AwsAccess;
import io.holdfast.aws.Finds;
import io.holdfast.aws.load.CacheGroup;
import io.holdfast.model.Exploration;
import io.holdfast.model.Explored;
import io.holdfast.model.Explorer;
import io.holdfast.model.Find;
import io.holdfast.model.Scope;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Finds the replication groups that are named, or all there are. */
final class ReplicationGroupExplorer implements Explorer<ReplicationGroupState> {
    private static final String OPERATION = "elasticache:DescribeReplicationGroups";

    private final AwsAccess access;

    ReplicationGroupExplorer(AwsAccess access) {
        this.access = access;
    }

    @Override
    public Exploration<ReplicationGroupState> explore(Scope scope, Explored explored) {
        Finds<ReplicationGroupState> finds = new Finds<>();
        if (scope.caches().isAll()) {
            finds.listed("the caches of the account", OPERATION, access.caches()::all)
                    .forEach(it -> take(it.group().replicationGroupId(), Answer.found(it), scope, finds));
        } else {
            TreeSet<String> names = scope.caches().names().stream()
                    .map(it -> it.toLowerCase(Locale.ROOT))
                    .collect(toCollection(TreeSet::new));
            Map<String, Answer<CacheGroup>> groups = access.caches().groups().load(names);
            names.forEach(name -> take(name, groups.get(name), scope, finds));
        }
        return finds.exploration();
    }

    private void take(String name, Answer<CacheGroup> answer, Scope scope, Finds<ReplicationGroupState> finds) {
        boolean named = !scope.caches().isAll() && answer instanceof Answer.NotFound;
        finds.take("cache " + name, OPERATION, named, answer, group -> find(name, group, scope, finds));
    }

    private Optional<Find<ReplicationGroupState>> find(
            String name, CacheGroup group, Scope scope, Finds<ReplicationGroupState> finds) {
        Optional<String> closed = new Gate(group).closedBecause();
        if (closed.isPresent()) {
            finds.leave("cache " + name + " cannot be told whole now: " + closed.orElseThrow());
            return Optional.empty();
        }
        String arn = ReplicationGroupObserver.arn(group);
        Answer<Map<String, String>> tags =
                access.caches().tags().load(List.of(arn)).get(arn);
        tags.trouble().ifPresent(fault -> finds.blind("the tags of cache " + name, fault));
        Map<String, String> known = tags.toOptional().orElse(Map.of());
        return scope.takes(name, known)
                ? Optional.of(Find.of(name, name, LiveGroup.stateOf(group, tags.toOptional()), known))
                : Optional.empty();
    }
}
