package io.holdfast.kind.scheduledaction;

import static io.holdfast.model.Impact.IN_PLACE;

import io.holdfast.aws.AwsAccess;
import io.holdfast.aws.load.ScalingKey;
import io.holdfast.model.AwsTarget;
import io.holdfast.model.Comparison;
import io.holdfast.model.Field;
import io.holdfast.model.FieldTable;
import io.holdfast.model.Handler;
import io.holdfast.model.Kind;
import io.holdfast.model.KindName;
import io.holdfast.model.Normal;
import io.holdfast.model.Permission;
import io.holdfast.model.Problem;
import io.holdfast.model.References;
import io.holdfast.model.ResourceId;
import io.holdfast.model.Slot;
import io.holdfast.model.Step;
import io.holdfast.model.Timetable;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A scheduled action, declared under {@code scaling.schedules} of its service. */
public final class ScheduledActionKind implements Kind<ScheduledActionState> {
    public static final KindName NAME = new KindName("schedule", "scheduled-action");

    static final String PUT = "application-autoscaling:PutScheduledAction";
    static final String DELETE = "application-autoscaling:DeleteScheduledAction";
    static final KindName TARGET = new KindName("scaling", "scalable-target");

    private static final FieldTable<ScheduledActionState> FIELDS = FieldTable.<ScheduledActionState>changedBy(PUT)
            .row(Field.required("schedule", ScheduledActionState::schedule, IN_PLACE)
                    .compared(Comparison.exact().in(ScheduledActionKind::folded)))
            .row(Field.<ScheduledActionState>of("timezone", ScheduledActionState::timezone, IN_PLACE)
                    .compared(Comparison.exact().in(ScheduledActionKind::zone).defaultsTo("UTC")))
            .row(Field.<ScheduledActionState>of("startTime", ScheduledActionState::startTime, IN_PLACE)
                    .compared(Comparison.exact().in(Moment::normal)))
            .row(Field.<ScheduledActionState>of("endTime", ScheduledActionState::endTime, IN_PLACE)
                    .compared(Comparison.exact().in(Moment::normal)))
            .row(Field.of("min", ScheduledActionState::min, IN_PLACE))
            .row(Field.of("max", ScheduledActionState::max, IN_PLACE))
            .build();

    /** All about scheduled actions of one account and region. */
    public static Handler<ScheduledActionState> over(AwsAccess access) {
        return new Handler<>(
                new ScheduledActionKind(),
                new ScheduledActionObserver(access),
                new ScheduledActionActuator(access),
                new ScheduledActionExplorer(access));
    }

    @Override
    public KindName name() {
        return NAME;
    }

    @Override
    public Class<ScheduledActionState> stateType() {
        return ScheduledActionState.class;
    }

    @Override
    public Slot slot() {
        return Slot.of("services.*.scaling.schedules.*");
    }

    @Override
    public FieldTable<ScheduledActionState> fields() {
        return FIELDS;
    }

    @Override
    public String key(ScheduledActionState resolved) {
        return new ScalingKey(
                        resolved.resourceId().orElse(""),
                        resolved.scheduledActionName().orElse(""))
                .toString();
    }

    @Override
    public List<String> createCalls() {
        return List.of(PUT);
    }

    /** An action has no tags and belongs to whom its target belongs: that is what gets tagged. */
    @Override
    public String adoptCall() {
        return "application-autoscaling:TagResource";
    }

    @Override
    public Permission permission(String call, AwsTarget at, ScheduledActionState resolved) {
        return ScalingKey.permission(call, at);
    }

    @Override
    public List<Step> deletion(ScheduledActionState live) {
        return List.of(new Step(DELETE, List.of()));
    }

    @Override
    public Set<String> counts() {
        return Set.of("min", "max");
    }

    @Override
    public Set<ResourceId> needs(ResourceId self, ScheduledActionState declared) {
        return Set.of(self.parent(TARGET));
    }

    @Override
    public List<Problem> check(ResourceId self, ScheduledActionState declared, References references) {
        return ScheduledActionRules.problems(declared);
    }

    @Override
    public ScheduledActionState resolve(ResourceId self, ScheduledActionState declared, References references) {
        String name = declared.scheduledActionName()
                .orElse(self.name().substring(self.name().indexOf('.') + 1));
        return references
                .find(self.parent(TARGET))
                .map(target -> declared.of(target.key(), name))
                .orElse(declared);
    }

    /** A firing counts for certain only if the action was there to fire, as AWS's time of its creation tells. */
    @Override
    public Optional<Timetable> timetable(
            ResourceId self, ScheduledActionState declared, Optional<ScheduledActionState> live, Instant now) {
        Optional<Instant> created =
                live.flatMap(ScheduledActionState::createdAt).map(Moment::parse);
        return Firing.last(declared, now)
                .map(time -> new Timetable(
                        self.parent(TARGET),
                        time,
                        bounds(declared),
                        sentence(self, declared),
                        created.filter(it -> !it.isAfter(time)).isPresent()));
    }

    private static Map<String, Object> bounds(ScheduledActionState declared) {
        Map<String, Object> bounds = new HashMap<>();
        declared.min().ifPresent(min -> bounds.put("min", Normal.of(min)));
        declared.max().ifPresent(max -> bounds.put("max", Normal.of(max)));
        return bounds;
    }

    private static String sentence(ResourceId self, ScheduledActionState declared) {
        return "in force: " + self + ", " + declared.schedule()
                + declared.timezone().map(zone -> " " + zone).orElse("");
    }

    private static Object folded(Object schedule) {
        return String.valueOf(schedule).strip().replaceAll("\\s+", " ");
    }

    /** Three names of one thing. */
    private static Object zone(Object name) {
        return Set.of("Etc/UTC", "Z").contains(name) ? "UTC" : name;
    }
}
