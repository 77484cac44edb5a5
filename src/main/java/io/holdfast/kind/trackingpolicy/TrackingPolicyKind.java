package io.holdfast.kind.trackingpolicy;

import static io.holdfast.model.Impact.IN_PLACE;
import static io.holdfast.model.Impact.REPLACEMENT;

import io.holdfast.aws.AwsAccess;
import io.holdfast.aws.MetricMath;
import io.holdfast.aws.load.ScalingKey;
import io.holdfast.kind.trackingpolicy.TrackingPolicyState.PredefinedMetric;
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
import java.util.List;
import java.util.Set;

/** A target tracking policy, declared under {@code scaling.targetTracking} of its service. */
public final class TrackingPolicyKind implements Kind<TrackingPolicyState> {
    public static final KindName NAME = new KindName("scaling-tracking", "target-tracking-policy");

    static final String PUT = "application-autoscaling:PutScalingPolicy";
    static final String DELETE = "application-autoscaling:DeleteScalingPolicy";
    static final KindName TARGET = new KindName("scaling", "scalable-target");

    private static final Comparison COOLDOWN = Comparison.exact().defaultsTo(300);

    private static final FieldTable<PredefinedMetric> PREDEFINED = FieldTable.<PredefinedMetric>changedBy(PUT)
            .row(Field.required("predefinedMetricType", PredefinedMetric::predefinedMetricType, IN_PLACE))
            .row(Field.of("resourceLabel", PredefinedMetric::resourceLabel, IN_PLACE))
            .build();

    private static final FieldTable<CustomizedMetric> CUSTOMIZED = FieldTable.<CustomizedMetric>changedBy(PUT)
            .row(Field.of("namespace", CustomizedMetric::namespace, IN_PLACE))
            .row(Field.of("metricName", CustomizedMetric::metricName, IN_PLACE))
            .row(Field.<CustomizedMetric>of("dimensions", CustomizedMetric::dimensions, IN_PLACE)
                    .compared(Comparison.exact().emptyIsAbsent()))
            .row(Field.of("statistic", CustomizedMetric::statistic, IN_PLACE))
            .row(Field.of("unit", CustomizedMetric::unit, IN_PLACE))
            .row(Field.<CustomizedMetric>of("metrics", CustomizedMetric::metrics, IN_PLACE)
                    .compared(Comparison.exact().in(MetricMath::of)))
            .build();

    private static final FieldTable<TrackingPolicyState> FIELDS = FieldTable.<TrackingPolicyState>changedBy(PUT)
            .row(Field.of("policyType", TrackingPolicyState::policyType, REPLACEMENT))
            .row(Field.of("targetValue", TrackingPolicyState::targetValue, IN_PLACE))
            .group("predefinedMetricSpecification", TrackingPolicyState::predefinedMetricSpecification, PREDEFINED)
            .group("customizedMetricSpecification", TrackingPolicyState::customizedMetricSpecification, CUSTOMIZED)
            .row(Field.<TrackingPolicyState>of("scaleInCooldown", TrackingPolicyState::scaleInCooldown, IN_PLACE)
                    .compared(COOLDOWN))
            .row(Field.<TrackingPolicyState>of("scaleOutCooldown", TrackingPolicyState::scaleOutCooldown, IN_PLACE)
                    .compared(COOLDOWN))
            .row(Field.<TrackingPolicyState>of("disableScaleIn", TrackingPolicyState::disableScaleIn, IN_PLACE)
                    .compared(Comparison.exact().defaultsTo(false)))
            .build();

    /** All about target tracking policies of one account and region. */
    public static Handler<TrackingPolicyState> over(AwsAccess access) {
        return new Handler<>(
                new TrackingPolicyKind(),
                new TrackingPolicyObserver(access),
                new TrackingPolicyActuator(access),
                new TrackingPolicyExplorer(access));
    }

    @Override
    public KindName name() {
        return NAME;
    }

    @Override
    public Class<TrackingPolicyState> stateType() {
        return TrackingPolicyState.class;
    }

    @Override
    public Slot slot() {
        return Slot.of("services.*.scaling.targetTracking.*");
    }

    @Override
    public FieldTable<TrackingPolicyState> fields() {
        return FIELDS;
    }

    @Override
    public String key(TrackingPolicyState resolved) {
        return new ScalingKey(
                        resolved.resourceId().orElse(""), resolved.policyName().orElse(""))
                .toString();
    }

    @Override
    public List<String> createCalls() {
        return List.of(PUT);
    }

    /** A policy has no tags and belongs to whom its target belongs: that is what gets tagged. */
    @Override
    public String adoptCall() {
        return "application-autoscaling:TagResource";
    }

    @Override
    public Permission permission(String call, AwsTarget at, TrackingPolicyState resolved) {
        return ScalingKey.permission(call, at);
    }

    @Override
    public List<Step> deletion(TrackingPolicyState live) {
        return List.of(new Step(DELETE, List.of()));
    }

    @Override
    public Set<ResourceId> needs(ResourceId self, TrackingPolicyState declared) {
        return Set.of(self.parent(TARGET));
    }

    @Override
    public List<Problem> check(ResourceId self, TrackingPolicyState declared, References references) {
        return TrackingPolicyRules.problems(declared);
    }

    @Override
    public TrackingPolicyState resolve(ResourceId self, TrackingPolicyState declared, References references) {
        String name =
                declared.policyName().orElse(self.name().substring(self.name().indexOf('.') + 1));
        return references
                .find(self.parent(TARGET))
                .map(target -> declared.of(target.key(), name))
                .orElse(declared);
    }
}
