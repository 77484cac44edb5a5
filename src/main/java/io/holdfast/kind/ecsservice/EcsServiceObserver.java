package io.holdfast.kind.ecsservice;

import static io.holdfast.aws.BrokenPromise.unless;

import io.holdfast.aws.Answer;
import io.holdfast.aws.AwsAccess;
import io.holdfast.aws.load.RolloutKey;
import io.holdfast.aws.load.ServiceKey;
import io.holdfast.model.Ask;
import io.holdfast.model.Excuse;
import io.holdfast.model.Facts;
import io.holdfast.model.Observed;
import io.holdfast.model.Observer;
import io.holdfast.model.Ownership;
import io.holdfast.model.ResourceId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableTarget;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.ServiceDeployment;

/** Looks at ECS services, at whether an autoscaler owns their count, and at rollouts of ours that are open. */
final class EcsServiceObserver implements Observer<EcsServiceState> {
    private final AwsAccess access;

    EcsServiceObserver(AwsAccess access) {
        this.access = access;
    }

    @Override
    public Map<ResourceId, Observed<EcsServiceState>> observe(List<Ask<EcsServiceState>> asks) {
        Map<ServiceKey, Answer<Service>> services = access.ecs()
                .services()
                .load(asks.stream().map(EcsServiceObserver::keyOf).toList());
        Map<String, Answer<ScalableTarget>> targets = access.scaling()
                .targets()
                .load(asks.stream()
                        .filter(EcsServiceObserver::countIsDeclared)
                        .map(EcsServiceObserver::resourceId)
                        .toList());
        Map<RolloutKey, Answer<List<ServiceDeployment>>> rollouts = access.ecs()
                .deployments()
                .load(asks.stream().flatMap(it -> rolloutOf(it).stream()).toList());
        Map<ResourceId, Observed<EcsServiceState>> observed = new HashMap<>();
        for (Ask<EcsServiceState> ask : asks) {
            Optional<Answer<List<ServiceDeployment>>> rollout = rolloutOf(ask).map(rollouts::get);
            Optional<Answer<ScalableTarget>> target = Optional.ofNullable(targets.get(resourceId(ask)));
            observed.put(
                    ask.id(),
                    services.get(keyOf(ask))
                            .observed("ecs:DescribeServices", it -> observed(ask, it, target, rollout)));
        }
        return observed;
    }

    /** A deleted service stays describable for a while, as INACTIVE; its name is free then. */
    private Observed<EcsServiceState> observed(
            Ask<EcsServiceState> ask,
            Service service,
            Optional<Answer<ScalableTarget>> target,
            Optional<Answer<List<ServiceDeployment>>> rollout) {
        if (unless(service.status(), "status").equals("INACTIVE")) {
            return Observed.absent();
        }
        Deployments deployments = Deployments.of(service);
        Facts facts = Facts.of(unless(service.serviceArn(), "serviceArn"), ownership(ask.id(), service))
                .with(deployments.health())
                .excused(target.flatMap(EcsServiceObserver::countOwner).stream().toList());
        Optional<String> underway = deployments.underway(access.clock().instant());
        Facts moving = underway.map(facts::underway).orElse(facts);
        return Observed.present(
                ServiceShape.stateOf(service, deployments.primary()),
                ask.expectation()
                        .flatMap(it -> RolloutToken.read(it.token()))
                        .flatMap(it -> it.rollout(deployments, rollout))
                        .map(moving::rollingOut)
                        .orElse(moving));
    }

    /** A service that ECS Express Mode made is ECS's, whatever its tags say. */
    private Ownership ownership(ResourceId id, Service service) {
        if ("ECS".equals(service.resourceManagementTypeAsString())) {
            return Ownership.foreign("ECS Express Mode");
        }
        Map<String, String> tags = new HashMap<>();
        service.tags().forEach(tag -> tags.put(tag.key(), tag.value()));
        return access.marks().ownership(id, tags);
    }

    private static Optional<Excuse> countOwner(Answer<ScalableTarget> target) {
        return target.fold(
                it -> Optional.of(Excuse.delegated(
                        "desiredCount",
                        "owned by Application Auto Scaling (min " + it.minCapacity() + ", max " + it.maxCapacity()
                                + ")")),
                Optional::empty,
                fault -> Optional.of(Excuse.delegated(
                        "desiredCount", "whether Application Auto Scaling owns it could not be read: " + fault)));
    }

    private static boolean countIsDeclared(Ask<EcsServiceState> ask) {
        return ask.desired().flatMap(EcsServiceState::desiredCount).isPresent();
    }

    private static String resourceId(Ask<EcsServiceState> ask) {
        return "service/" + ask.key();
    }

    private static ServiceKey keyOf(Ask<EcsServiceState> ask) {
        String key = ask.key();
        int slash = key.lastIndexOf('/');
        return new ServiceKey(key.substring(0, slash), key.substring(slash + 1));
    }

    private static Optional<RolloutKey> rolloutOf(Ask<EcsServiceState> ask) {
        return ask.expectation()
                .flatMap(it -> RolloutToken.read(it.token()))
                .map(token -> new RolloutKey(keyOf(ask), earliest(token)));
    }

    private static Instant earliest(RolloutToken token) {
        return token.createdAt().minus(RolloutToken.SKEW);
    }
}
