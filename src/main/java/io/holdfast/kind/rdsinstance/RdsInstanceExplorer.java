package io.holdfast.kind.rdsinstance;

import static java.util.stream.Collectors.toCollection;

import io.holdfast.aws.Answer;
import io.holdfast.aws.AwsAccess;
import io.holdfast.aws.Finds;
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
import software.amazon.awssdk.services.rds.model.DBInstance;

/** Finds the RDS instances that are named, or all there are. */
final class RdsInstanceExplorer implements Explorer<RdsInstanceState> {
    private static final String OPERATION = "rds:DescribeDBInstances";

    private final AwsAccess access;

    RdsInstanceExplorer(AwsAccess access) {
        this.access = access;
    }

    @Override
    public Exploration<RdsInstanceState> explore(Scope scope, Explored explored) {
        Finds<RdsInstanceState> finds = new Finds<>();
        if (scope.databases().isAll()) {
            finds.listed("the databases of the account", OPERATION, access.databases()::all)
                    .forEach(it -> take(it.dbInstanceIdentifier(), Answer.found(it), scope, finds));
        } else {
            TreeSet<String> names = scope.databases().names().stream()
                    .map(it -> it.toLowerCase(Locale.ROOT))
                    .collect(toCollection(TreeSet::new));
            Map<String, Answer<DBInstance>> instances =
                    access.databases().instances().load(names);
            names.forEach(name -> take(name, instances.get(name), scope, finds));
        }
        return finds.exploration();
    }

    private static void take(String name, Answer<DBInstance> answer, Scope scope, Finds<RdsInstanceState> finds) {
        boolean named = !scope.databases().isAll() && answer instanceof Answer.NotFound;
        finds.take("database " + name, OPERATION, named, answer, instance -> find(instance, scope, finds));
    }

    /** The members of a cluster are the cluster's, and there is no kind for clusters. */
    private static Optional<Find<RdsInstanceState>> find(
            DBInstance instance, Scope scope, Finds<RdsInstanceState> finds) {
        RdsInstanceState state = InstanceShape.stateOf(instance);
        Map<String, String> tags = state.tags().orElse(Map.of());
        if (!scope.takes(state.identifier(), tags)) {
            return Optional.empty();
        }
        List<String> obstacles = obstacles(instance);
        obstacles.forEach(it -> finds.leave("database " + state.identifier() + " " + it));
        return Optional.of(Find.of(state.identifier(), state.identifier(), state, tags))
                .filter(it -> obstacles.isEmpty());
    }

    private static List<String> obstacles(DBInstance instance) {
        if (instance.dbClusterIdentifier() != null) {
            return List.of("is a member of the cluster " + instance.dbClusterIdentifier()
                    + ", and clusters cannot be declared");
        }
        if (!"postgres".equals(instance.engine())) {
            return List.of("is of the engine " + instance.engine() + ", and only postgres can be declared");
        }
        return "deleting".equals(instance.dbInstanceStatus()) ? List.of("is being deleted") : List.of();
    }
}
