package io.holdfast.kind.ecsservice;

import static io.holdfast.aws.BrokenPromise.unless;

import io.holdfast.aws.AwsAccess;
import io.holdfast.aws.AwsFailure;
import io.holdfast.aws.Call;
import io.holdfast.aws.Pairs;
import io.holdfast.aws.Patch;
import io.holdfast.aws.Sent;
import io.holdfast.aws.Shapes;
import io.holdfast.model.Actuator;
import io.holdfast.model.Difference;
import io.holdfast.model.Impact;
import io.holdfast.model.Order;
import io.holdfast.model.Outcome;
import io.holdfast.model.Removal;
import io.holdfast.model.Step;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.CreateServiceRequest;
import software.amazon.awssdk.services.ecs.model.Deployment;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.TagResourceRequest;
import software.amazon.awssdk.services.ecs.model.UpdateServiceRequest;

/** Makes, changes and deletes ECS services. */
final class EcsServiceActuator implements Actuator<EcsServiceState> {
    /** Three tasks behind a load balancer take 3 to 10 minutes (AWS-SEMANTICS section 3); three times that. */
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    /** A deleted service is gone after 1 to 10 minutes (AWS-SEMANTICS section 3); three times that. */
    private static final Duration DRAINING_PATIENCE = Duration.ofMinutes(30);

    /** CreateService wants a count even where an autoscaler will own it, who raises it when it is told its bounds. */
    private static final int FIRST_COUNT = 1;

    private final AwsAccess access;

    EcsServiceActuator(AwsAccess access) {
        this.access = access;
    }

    @Override
    public Outcome create(Order<EcsServiceState> order) {
        EcsServiceState desired = order.desired();
        Map<String, Object> tree = ServiceShape.treeOf(desired);
        tree.put("serviceName", desired.name());
        tree.put("cluster", desired.cluster());
        // The SDK does not fill this token; ours is the same each time we try.
        tree.put("clientToken", order.token());
        tree.put("tags", Pairs.list(tags(order), "key", "value"));
        boolean isCounted =
                desired.schedulingStrategy().filter("DAEMON"::equals).isEmpty();
        return Call.act(EcsServiceKind.CREATE, () -> {
            if (isCounted) {
                tree.computeIfAbsent("desiredCount", name -> firstCount(desired));
            }
            CreateServiceRequest request =
                    Shapes.fill(CreateServiceRequest.builder(), tree).build();
            Service service = unless(ecs().createService(request).service(), "service");
            return rollingOut(service, desired);
        });
    }

    /** Where a scalable target has outlived an earlier service of the name, nobody raises the count to its bounds again. */
    private int firstCount(EcsServiceState desired) {
        String id = "service/" + desired.cluster() + "/" + desired.name();
        return access.scaling()
                .targets()
                .load(List.of(id))
                .get(id)
                .fold(
                        it -> Math.min(Math.max(it.minCapacity(), FIRST_COUNT), it.maxCapacity()),
                        () -> FIRST_COUNT,
                        fault -> {
                            throw new AwsFailure(fault);
                        });
    }

    @Override
    public Outcome update(Order<EcsServiceState> order, Step step) {
        if (step.call().equals(EcsServiceKind.TAG)) {
            return tag(order, Sent.tags(step, order.desired().tags()));
        }
        EcsServiceState live = order.live().orElseThrow().state();
        EcsServiceState whole = Patch.of(order);
        Map<String, Object> tree = update(whole, Sent.members(step));
        return Call.act(EcsServiceKind.UPDATE, () -> {
            UpdateServiceRequest request =
                    Shapes.fill(UpdateServiceRequest.builder(), tree).build();
            Service service = unless(ecs().updateService(request).service(), "service");
            return startsDeployment(live, order.desired(), step)
                    ? rollingOut(service, whole)
                    : Outcome.done(unless(service.serviceArn(), "service.serviceArn"));
        });
    }

    @Override
    public Outcome adopt(Order<EcsServiceState> order) {
        return tag(order, order.ownershipTags());
    }

    /**
     * By force, which only means that it need not be scaled to nothing before: ECS stops its tasks all the same. Doing that
     * ourselves was turned down, because between the two calls there would be a service without tasks that is still there,
     * which a crash, a pause or an autoscaler could leave so.
     */
    @Override
    public Outcome delete(Removal<EcsServiceState> removal, Step step) {
        String cluster = removal.live().state().cluster();
        String arn = removal.live().facts().arn();
        return Call.remove(EcsServiceKind.DELETE, () -> {
            Service service = unless(
                    ecs().deleteService(request ->
                                    request.cluster(cluster).service(arn).force(true))
                            .service(),
                    "service");
            return "INACTIVE".equals(service.status())
                    ? Outcome.done(arn)
                    : Outcome.underway("", DRAINING_PATIENCE, arn);
        });
    }

    /** Members with a difference, each whole: what is not declared inside one goes as it is. */
    private static Map<String, Object> update(EcsServiceState whole, Set<String> members) {
        Map<String, Object> tree = ServiceShape.treeOf(whole);
        tree.keySet().retainAll(members);
        tree.put("service", whole.name());
        tree.put("cluster", whole.cluster());
        // UpdateService says that tags are not propagated when this is left out.
        whole.propagateTags().ifPresent(it -> tree.put("propagateTags", it));
        return tree;
    }

    /** A followed task definition is among the paths without being among the differences. */
    private static boolean startsDeployment(EcsServiceState live, EcsServiceState desired, Step step) {
        return step.paths().contains("taskDefinition")
                || new EcsServiceKind()
                        .fields().differences(desired, live).stream()
                                .filter(it -> step.paths().contains(it.path()))
                                .map(Difference::impact)
                                .anyMatch(Impact.ROLLOUT::equals);
    }

    /** Nothing to follow, where another controller deploys. */
    private static Outcome rollingOut(Service service, EcsServiceState wanted) {
        String arn = unless(service.serviceArn(), "service.serviceArn");
        Optional<Deployment> primary = Deployments.of(service).primary();
        return primary.map(it -> {
                    unless(it.id(), "deployments[].id");
                    unless(it.createdAt(), "deployments[].createdAt");
                    return Outcome.underway(RolloutToken.of(it).toString(), patience(wanted), arn);
                })
                .orElseGet(() -> Outcome.done(arn));
    }

    private static Duration patience(EcsServiceState wanted) {
        int bakeMinutes = wanted.deploymentConfiguration()
                .flatMap(DeploymentConfiguration::bakeTimeInMinutes)
                .orElse(0);
        return PATIENCE.plusMinutes(bakeMinutes);
    }

    private static Map<String, String> tags(Order<EcsServiceState> order) {
        Map<String, String> tags = new HashMap<>(order.desired().tags().orElse(Map.of()));
        tags.putAll(order.ownershipTags());
        return tags;
    }

    private Outcome tag(Order<EcsServiceState> order, Map<String, String> tags) {
        String arn = order.live().orElseThrow().facts().arn();
        List<Map<String, Object>> pairs = Pairs.list(tags, "key", "value");
        Map<String, Object> tree = Map.of("resourceArn", arn, "tags", pairs);
        return Call.act(EcsServiceKind.TAG, () -> {
            ecs().tagResource(Shapes.fill(TagResourceRequest.builder(), tree).build());
            return Outcome.done();
        });
    }

    private EcsClient ecs() {
        return access.writing().ecs();
    }
}
