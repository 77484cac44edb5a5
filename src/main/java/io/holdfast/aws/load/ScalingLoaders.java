package io.holdfast.aws.load;

import static io.holdfast.aws.BrokenPromise.unless;
import static java.util.stream.Collectors.groupingBy;

import io.holdfast.aws.Answer;
import io.holdfast.aws.Batches;
import io.holdfast.aws.Gathering;
import io.holdfast.aws.Loader;
import io.holdfast.aws.Lookup;
import io.holdfast.aws.OneLook;
import io.holdfast.aws.Pages;
import io.holdfast.aws.Remembered;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalableTargetsResponse;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalingPoliciesResponse;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScheduledActionsResponse;
import software.amazon.awssdk.services.applicationautoscaling.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableDimension;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableTarget;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalingPolicy;
import software.amazon.awssdk.services.applicationautoscaling.model.ScheduledAction;
import software.amazon.awssdk.services.applicationautoscaling.model.ServiceNamespace;

/** Questions to Application Auto Scaling about ECS services, by resource id: {@code service/<cluster>/<service>}. */
public final class ScalingLoaders {
    /** Application Auto Scaling API Reference, DescribeScalableTargets: up to 50 resource ids, 50 a page. */
    private static final int TARGETS_PER_CALL = 50;

    /** From here on one listing of the namespace costs fewer calls than one question for each target. */
    private static final int LISTING_PAYS_FROM = 10;

    private final ApplicationAutoScalingClient scaling;
    private final Lookup<String, ScalableTarget> targets;
    private final Lookup<String, List<ScalingPolicy>> policies;
    private final Lookup<String, List<ScheduledAction>> scheduledActions;
    private final Remembered<String, ScalableTarget> knownTargets;
    private final Remembered<String, Map<String, String>> tags;

    public ScalingLoaders(ApplicationAutoScalingClient scaling, Gathering gathering, Clock clock) {
        this.scaling = scaling;
        Loader<String, ScalableTarget> asked = new Loader<>(
                gathering,
                "application-autoscaling:DescribeScalableTargets",
                Batches.of(TARGETS_PER_CALL),
                this::describeTargets);
        this.targets = asked;
        this.knownTargets = new Remembered<>(asked, clock, Tags.LIFETIME, Tags.MOST);
        this.policies = new Loader<>(
                gathering,
                "application-autoscaling:DescribeScalingPolicies",
                Batches.listingFrom(LISTING_PAYS_FROM),
                keys -> byResource(keys, policies(only(keys)), ScalingPolicy::resourceId));
        this.scheduledActions = new Loader<>(
                gathering,
                "application-autoscaling:DescribeScheduledActions",
                Batches.listingFrom(LISTING_PAYS_FROM),
                keys -> byResource(keys, scheduledActions(only(keys)), ScheduledAction::resourceId));
        this.tags = Tags.remembered(gathering, "application-autoscaling:ListTagsForResource", clock, this::tagsOf);
    }

    private ScalingLoaders(ScalingLoaders shared) {
        this.scaling = shared.scaling;
        this.targets = new OneLook<>(shared.targets);
        this.policies = new OneLook<>(shared.policies);
        this.scheduledActions = new OneLook<>(shared.scheduledActions);
        this.knownTargets = shared.knownTargets;
        this.tags = shared.tags;
    }

    /** The scalable target of a service's desired count, by resource id. */
    public Lookup<String, ScalableTarget> targets() {
        return targets;
    }

    /** The same questions, what several kinds want to know asked once; for one look and no longer. */
    public ScalingLoaders forOneLook() {
        return new ScalingLoaders(this);
    }

    /** The policies of a target, by resource id; found and empty where it has none. */
    public Lookup<String, List<ScalingPolicy>> policies() {
        return policies;
    }

    /** The scheduled actions of a target, by resource id; found and empty where it has none. */
    public Lookup<String, List<ScheduledAction>> scheduledActions() {
        return scheduledActions;
    }

    /** The tags of a scalable target, by ARN, an hour old at most; {@link Remembered#forget} one that we tagged. */
    public Remembered<String, Map<String, String>> tags() {
        return tags;
    }

    /**
     * The tags of scalable targets, by resource id: what hangs on a target has no tags of its own. Asks for nothing on most
     * looks, since a target keeps its ARN; found again under another ARN within the hour if it was made anew.
     */
    public Map<String, Answer<Map<String, String>>> tagsOfTargets(Collection<String> ids) {
        Map<String, Answer<String>> arns = new HashMap<>();
        knownTargets.load(ids).forEach((id, target) -> arns.put(id, target.map(ScalableTarget::scalableTargetARN)));
        Map<String, Answer<Map<String, String>>> byArn = tags.load(
                arns.values().stream().flatMap(arn -> arn.toOptional().stream()).toList());
        Map<String, Answer<Map<String, String>>> answers = new HashMap<>();
        arns.forEach((id, arn) -> answers.put(id, arn.then(byArn::get)));
        return answers;
    }

    /** To be called after a target was deregistered: its successor has another ARN. */
    public void forgetTarget(String id) {
        knownTargets.forget(id);
    }

    private Map<String, String> tagsOf(String arn) {
        ListTagsForResourceResponse response = scaling.listTagsForResource(request -> request.resourceARN(arn));
        return unless(response.hasTags() ? response.tags() : null, "Tags");
    }

    private Map<String, Answer<ScalableTarget>> describeTargets(List<String> ids) {
        Map<String, Answer<ScalableTarget>> answers = new HashMap<>();
        Pages.all(
                        token -> scaling.describeScalableTargets(
                                request -> request.serviceNamespace(ServiceNamespace.ECS)
                                        .scalableDimension(ScalableDimension.ECS_SERVICE_DESIRED_COUNT)
                                        .resourceIds(ids)
                                        .nextToken(token)),
                        DescribeScalableTargetsResponse::hasScalableTargets,
                        DescribeScalableTargetsResponse::scalableTargets,
                        DescribeScalableTargetsResponse::nextToken)
                .forEach(target ->
                        answers.put(unless(target.resourceId(), "scalableTargets[].resourceId"), Answer.found(target)));
        return answers;
    }

    private List<ScalingPolicy> policies(Optional<String> id) {
        return Pages.all(
                token -> scaling.describeScalingPolicies(request -> request.serviceNamespace(ServiceNamespace.ECS)
                        .resourceId(id.orElse(null))
                        .nextToken(token)),
                DescribeScalingPoliciesResponse::hasScalingPolicies,
                DescribeScalingPoliciesResponse::scalingPolicies,
                DescribeScalingPoliciesResponse::nextToken);
    }

    private List<ScheduledAction> scheduledActions(Optional<String> id) {
        return Pages.all(
                token -> scaling.describeScheduledActions(request -> request.serviceNamespace(ServiceNamespace.ECS)
                        .resourceId(id.orElse(null))
                        .nextToken(token)),
                DescribeScheduledActionsResponse::hasScheduledActions,
                DescribeScheduledActionsResponse::scheduledActions,
                DescribeScheduledActionsResponse::nextToken);
    }

    private static Optional<String> only(List<String> keys) {
        return keys.size() == 1 ? Optional.of(keys.get(0)) : Optional.empty();
    }

    private static <T> Map<String, Answer<List<T>>> byResource(
            List<String> ids, List<T> all, Function<T, String> idOf) {
        Map<String, List<T>> grouped = all.stream().collect(groupingBy(it -> unless(idOf.apply(it), "resourceId")));
        Map<String, Answer<List<T>>> answers = new HashMap<>();
        ids.forEach(id -> answers.put(id, Answer.found(grouped.getOrDefault(id, List.of()))));
        return answers;
    }
}
