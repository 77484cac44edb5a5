package io.holdfast.app;

import io.holdfast.aws.AwsAccess;
import io.holdfast.kind.ecscluster.EcsClusterKind;
import io.holdfast.kind.ecsservice.EcsServiceKind;
import io.holdfast.kind.ecstaskdefinition.EcsTaskDefinitionKind;
import io.holdfast.kind.rdsinstance.RdsInstanceKind;
import io.holdfast.kind.replicationgroup.ReplicationGroupKind;
import io.holdfast.kind.scalabletarget.ScalableTargetKind;
import io.holdfast.kind.scheduledaction.ScheduledActionKind;
import io.holdfast.kind.steppolicy.StepPolicyKind;
import io.holdfast.kind.trackingpolicy.TrackingPolicyKind;
import io.holdfast.model.Handler;
import io.holdfast.model.Handlers;
import io.holdfast.model.Kind;
import java.util.List;
import java.util.function.Function;

/** The kinds of resources Holdfast manages: one line each. */
public final class Kinds {
    private static final List<Wired<?>> WIRED = List.of(
            new Wired<>(new EcsClusterKind(), EcsClusterKind::over),
            new Wired<>(new EcsTaskDefinitionKind(), EcsTaskDefinitionKind::over),
            new Wired<>(new EcsServiceKind(), EcsServiceKind::over),
            new Wired<>(new ScalableTargetKind(), ScalableTargetKind::over),
            new Wired<>(new StepPolicyKind(), StepPolicyKind::over),
            new Wired<>(new TrackingPolicyKind(), TrackingPolicyKind::over),
            new Wired<>(new ScheduledActionKind(), ScheduledActionKind::over),
            new Wired<>(new ReplicationGroupKind(), ReplicationGroupKind::over),
            new Wired<>(new RdsInstanceKind(), RdsInstanceKind::over));

    private Kinds() {}

    /** What can be declared. */
    public static List<Kind<?>> all() {
        return WIRED.stream().<Kind<?>>map(Wired::kind).toList();
    }

    /** What can be looked at and acted on, in one account and region. */
    public static Handlers over(AwsAccess access) {
        return new Handlers(
                WIRED.stream().<Handler<?>>map(it -> it.over().apply(access)).toList());
    }

    /** A kind, and how it is handled wherever we have access. */
    private record Wired<S>(Kind<S> kind, Function<AwsAccess, Handler<S>> over) {}
}
