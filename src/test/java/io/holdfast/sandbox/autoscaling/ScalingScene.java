package io.holdfast.sandbox.autoscaling;

import io.holdfast.sandbox.TestSandbox;
import io.holdfast.sandbox.World;
import io.holdfast.sandbox.cloudwatch.CloudWatch;
import io.holdfast.sandbox.ecs.Ecs;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.applicationautoscaling.model.AdjustmentType;
import software.amazon.awssdk.services.applicationautoscaling.model.PutScalingPolicyRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.PutScheduledActionRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.RegisterScalableTargetRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableDimension;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableTarget;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalingActivity;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalingPolicy;
import software.amazon.awssdk.services.applicationautoscaling.model.ScheduledAction;
import software.amazon.awssdk.services.applicationautoscaling.model.ServiceNamespace;
import software.amazon.awssdk.services.applicationautoscaling.model.StepAdjustment;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.Compatibility;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.LaunchType;
import software.amazon.awssdk.services.ecs.model.NetworkMode;

/** A sandbox with one service {@code main/backend} of three tasks, and the real clients. */
final class ScalingScene {

    static final String BACKEND = "service/main/backend";

    private final TestSandbox sandbox = new TestSandbox(
            Map.of(Ecs.NAME, new Ecs(), AutoScaling.NAME, new AutoScaling(), CloudWatch.NAME, new CloudWatch()));
    final ApplicationAutoScalingClient scaling = sandbox.client(ApplicationAutoScalingClient.builder(), "test");
    final CloudWatchClient cloudWatch = sandbox.client(CloudWatchClient.builder(), "test");
    final EcsClient ecs = sandbox.ecs();

    /** Ten o'clock on a Thursday, with the service's first deployment done. */
    ScalingScene() {
        advanceTo("2026-03-05T09:50:00Z");
        ecs.createCluster(cluster -> cluster.clusterName("main"));
        addService("backend");
        advance(Duration.ofMinutes(10));
    }

    World world() {
        return sandbox.world();
    }

    void addService(String name) {
        ecs.createService(service -> service.cluster("main")
                .serviceName(name)
                .taskDefinition(registered(name))
                .launchType(LaunchType.FARGATE)
                .desiredCount(3)
                .networkConfiguration(network -> network.awsvpcConfiguration(
                        vpc -> vpc.subnets("subnet-a").securityGroups("sg-1"))));
    }

    void deploy() {
        ecs.updateService(service -> service.cluster("main").service("backend").taskDefinition(registered("backend")));
    }

    private String registered(String family) {
        var container = ContainerDefinition.builder().name("web").image(family).build();
        return ecs.registerTaskDefinition(definition -> definition
                        .family(family)
                        .networkMode(NetworkMode.AWSVPC)
                        .requiresCompatibilities(Compatibility.FARGATE)
                        .cpu("256")
                        .memory("512")
                        .containerDefinitions(container))
                .taskDefinition()
                .taskDefinitionArn();
    }

    void setDesiredCount(int count) {
        ecs.updateService(service -> service.cluster("main").service("backend").desiredCount(count));
    }

    int desiredCount() {
        return ecs.describeServices(query -> query.cluster("main").services("backend"))
                .services()
                .get(0)
                .desiredCount();
    }

    void register(Consumer<RegisterScalableTargetRequest.Builder> members) {
        scaling.registerScalableTarget(request -> members.accept(request.serviceNamespace(ServiceNamespace.ECS)
                .scalableDimension(ScalableDimension.ECS_SERVICE_DESIRED_COUNT)
                .resourceId(BACKEND)));
    }

    void register(int min, int max) {
        register(target -> target.minCapacity(min).maxCapacity(max));
    }

    void deregister() {
        scaling.deregisterScalableTarget(request -> request.serviceNamespace(ServiceNamespace.ECS)
                .scalableDimension(ScalableDimension.ECS_SERVICE_DESIRED_COUNT)
                .resourceId(BACKEND));
    }

    ScalableTarget target() {
        return scaling.describeScalableTargets(
                        query -> query.serviceNamespace(ServiceNamespace.ECS).resourceIds(BACKEND))
                .scalableTargets()
                .get(0);
    }

    void schedule(String name, Consumer<PutScheduledActionRequest.Builder> members) {
        scaling.putScheduledAction(request -> members.accept(request.serviceNamespace(ServiceNamespace.ECS)
                .scalableDimension(ScalableDimension.ECS_SERVICE_DESIRED_COUNT)
                .resourceId(BACKEND)
                .scheduledActionName(name)));
    }

    String putPolicy(String name, Consumer<PutScalingPolicyRequest.Builder> members) {
        return scaling.putScalingPolicy(request -> members.accept(request.serviceNamespace(ServiceNamespace.ECS)
                        .scalableDimension(ScalableDimension.ECS_SERVICE_DESIRED_COUNT)
                        .resourceId(BACKEND)
                        .policyName(name)))
                .policyARN();
    }

    /** Two tasks more for as long as an alarm with it as action is off. */
    String putStepUp() {
        return putPolicy(
                "up",
                policy -> policy.policyType("StepScaling")
                        .stepScalingPolicyConfiguration(step -> step.adjustmentType(AdjustmentType.CHANGE_IN_CAPACITY)
                                .cooldown(60)
                                .stepAdjustments(step(0.0, null, 2))));
    }

    /** A step between two distances from the threshold; null means without limit. */
    static StepAdjustment step(Double lower, Double upper, int adjustment) {
        return StepAdjustment.builder()
                .metricIntervalLowerBound(lower)
                .metricIntervalUpperBound(upper)
                .scalingAdjustment(adjustment)
                .build();
    }

    /** Keeps CPU near a value. */
    String putTracking(double cpuPercent) {
        return putPolicy(
                "cpu",
                policy -> policy.policyType("TargetTrackingScaling")
                        .targetTrackingScalingPolicyConfiguration(tracking -> tracking.targetValue(cpuPercent)
                                .predefinedMetricSpecification(
                                        metric -> metric.predefinedMetricType("ECSServiceAverageCPUUtilization"))));
    }

    void deletePolicy(String name) {
        scaling.deleteScalingPolicy(request -> request.serviceNamespace(ServiceNamespace.ECS)
                .scalableDimension(ScalableDimension.ECS_SERVICE_DESIRED_COUNT)
                .resourceId(BACKEND)
                .policyName(name));
    }

    List<ScalingPolicy> policies() {
        return scaling
                .describeScalingPoliciesPaginator(query -> query.serviceNamespace(ServiceNamespace.ECS))
                .scalingPolicies()
                .stream()
                .toList();
    }

    void deleteAction(String name) {
        scaling.deleteScheduledAction(request -> request.serviceNamespace(ServiceNamespace.ECS)
                .scalableDimension(ScalableDimension.ECS_SERVICE_DESIRED_COUNT)
                .resourceId(BACKEND)
                .scheduledActionName(name));
    }

    List<ScheduledAction> actions() {
        return scaling.describeScheduledActions(query -> query.serviceNamespace(ServiceNamespace.ECS))
                .scheduledActions();
    }

    /** Newest first. */
    List<ScalingActivity> activities() {
        return scaling.describeScalingActivities(query -> query.serviceNamespace(ServiceNamespace.ECS))
                .scalingActivities();
    }

    /** Off after three minutes above 70 % of CPU. */
    void putHighAlarm(String actionArn) {
        cloudWatch.putMetricAlarm(alarm -> alarm.alarmName("backend-high")
                .namespace("AWS/ECS")
                .metricName("CPUUtilization")
                .dimensions(dimension("ClusterName", "main"), dimension("ServiceName", "backend"))
                .statistic(Statistic.AVERAGE)
                .period(60)
                .evaluationPeriods(3)
                .threshold(70.0)
                .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD)
                .alarmActions(actionArn));
    }

    /** The service is this busy for so long, and the time passes. */
    void busy(double cpuPercent, int minutes) {
        Autoscaler.of(world()).hold("main", "backend", cpuPercent, Duration.ofMinutes(minutes));
        advance(Duration.ofMinutes(minutes));
    }

    void advance(Duration time) {
        sandbox.advance(time);
        sandbox.sandbox().settle();
    }

    void advanceTo(String instant) {
        advance(Duration.between(world().timeline().now(), Instant.parse(instant)));
    }

    private static Dimension dimension(String name, String value) {
        return Dimension.builder().name(name).value(value).build();
    }
}
