package io.holdfast.kind.scalabletarget;

import static io.holdfast.model.Impact.IN_PLACE;

import io.holdfast.aws.AwsAccess;
import io.holdfast.aws.load.ScalingKey;
import io.holdfast.kind.scalabletarget.ScalableTargetState.SuspendedState;
import io.holdfast.model.AwsTarget;
import io.holdfast.model.Comparison;
import io.holdfast.model.Field;
import io.holdfast.model.FieldTable;
import io.holdfast.model.Handler;
import io.holdfast.model.Kind;
import io.holdfast.model.KindName;
import io.holdfast.model.Permission;
import io.holdfast.model.Problem;
import io.holdfast.model.References;
import io.holdfast.model.ResourceId;
import io.holdfast.model.Slot;
import io.holdfast.model.Step;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The scalable target of a service, declared under the service's {@code scaling}. */
public final class ScalableTargetKind implements Kind<ScalableTargetState> {
    public static final KindName NAME = new KindName("scaling", "scalable-target");

    static final String REGISTER = "application-autoscaling:RegisterScalableTarget";
    static final String TAG = "application-autoscaling:TagResource";

    static final String DEREGISTER = "application-autoscaling:DeregisterScalableTarget";

    /** Deregistering takes along what hangs on it; deleted one by one, each is reported and asked about. */
    private static final Set<KindName> HANGING = Set.of(
            new KindName("scaling-step", "step-scaling-policy"),
            new KindName("scaling-tracking", "target-tracking-policy"),
            new KindName("schedule", "scheduled-action"));

    private static final KindName SERVICE = new KindName("service", "ecs-service");

    /** Any update also brings the running count into the bounds at once; nobody is interrupted by that. */
    private static final FieldTable<ScalableTargetState> FIELDS = FieldTable.<ScalableTargetState>changedBy(REGISTER)
            .row(Field.required("min", ScalableTargetState::min, IN_PLACE))
            .row(Field.required("max", ScalableTargetState::max, IN_PLACE))
            .group("suspendedState", ScalableTargetState::suspendedState, suspension())
            .sharedEntries("tags", ScalableTargetState::tags, TAG)
            .build();

    /** All about scalable targets of one account and region. */
    public static Handler<ScalableTargetState> over(AwsAccess access) {
        return new Handler<>(
                new ScalableTargetKind(),
                new ScalableTargetObserver(access),
                new ScalableTargetActuator(access),
                new ScalableTargetExplorer(access));
    }

    @Override
    public KindName name() {
        return NAME;
    }

    @Override
    public Class<ScalableTargetState> stateType() {
        return ScalableTargetState.class;
    }

    @Override
    public Slot slot() {
        return Slot.of("services.*.scaling");
    }

    @Override
    public FieldTable<ScalableTargetState> fields() {
        return FIELDS;
    }

    @Override
    public String key(ScalableTargetState resolved) {
        return resolved.resourceId().orElse("");
    }

    @Override
    public List<String> createCalls() {
        return List.of(REGISTER);
    }

    @Override
    public String adoptCall() {
        return TAG;
    }

    @Override
    public Permission permission(String call, AwsTarget at, ScalableTargetState resolved) {
        return ScalingKey.permission(call, at);
    }

    @Override
    public List<Step> deletion(ScalableTargetState live) {
        return List.of(new Step(DEREGISTER, List.of()));
    }

    @Override
    public Set<KindName> goneFirst() {
        return HANGING;
    }

    @Override
    public Set<String> counts() {
        return Set.of("min", "max");
    }

    @Override
    public Set<ResourceId> needs(ResourceId self, ScalableTargetState declared) {
        return Set.of(self.sibling(SERVICE));
    }

    /** A count outside of the bounds would be moved into them at once, so that one of the two is not meant. */
    @Override
    public List<Problem> check(ResourceId self, ScalableTargetState declared, References references) {
        Object count = references.declared(self.sibling(SERVICE)).get("desiredCount");
        int wanted = count instanceof BigDecimal number ? number.intValue() : declared.min();
        return Stream.concat(
                        Problem.when(
                                wanted < declared.min(), "min", "above the service's desiredCount", "up to " + wanted),
                        Problem.when(
                                wanted > declared.max(),
                                "max",
                                "below the service's desiredCount",
                                "at least " + wanted))
                .toList();
    }

    @Override
    public ScalableTargetState resolve(ResourceId self, ScalableTargetState declared, References references) {
        return references
                .find(self.sibling(SERVICE))
                .map(service -> declared.of(resourceId(service.key())))
                .orElse(declared);
    }

    /**
     * A service's key is its cluster, a slash and its name; a cluster may be an ARN, which ends in its name. A service that
     * does not load is known by its logical name alone.
     */
    private static String resourceId(String serviceKey) {
        String[] words = serviceKey.split("/", -1);
        String cluster = words.length == 1 ? "" : words[words.length - 2] + "/";
        return "service/" + cluster + words[words.length - 1];
    }

    private static FieldTable<SuspendedState> suspension() {
        Comparison notSuspended = Comparison.exact().defaultsTo(false);
        return FieldTable.<SuspendedState>changedBy(REGISTER)
                .row(Field.of("dynamicScalingInSuspended", SuspendedState::dynamicScalingInSuspended, IN_PLACE)
                        .compared(notSuspended))
                .row(Field.of("dynamicScalingOutSuspended", SuspendedState::dynamicScalingOutSuspended, IN_PLACE)
                        .compared(notSuspended))
                .row(Field.of("scheduledScalingSuspended", SuspendedState::scheduledScalingSuspended, IN_PLACE)
                        .compared(notSuspended))
                .build();
    }
}
