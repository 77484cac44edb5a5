package io.holdfast.estate;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.applicationautoscaling.model.AdjustmentType;
import software.amazon.awssdk.services.applicationautoscaling.model.MetricAggregationType;
import software.amazon.awssdk.services.applicationautoscaling.model.MetricType;
import software.amazon.awssdk.services.applicationautoscaling.model.PolicyType;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableDimension;
import software.amazon.awssdk.services.applicationautoscaling.model.ServiceNamespace;
import software.amazon.awssdk.services.applicationautoscaling.model.StepAdjustment;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;
import software.amazon.awssdk.services.ecs.model.AssignPublicIp;
import software.amazon.awssdk.services.ecs.model.CapacityProviderStrategyItem;
import software.amazon.awssdk.services.ecs.model.ClusterSetting;
import software.amazon.awssdk.services.ecs.model.Compatibility;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.KeyValuePair;
import software.amazon.awssdk.services.ecs.model.LogDriver;
import software.amazon.awssdk.services.ecs.model.NetworkMode;
import software.amazon.awssdk.services.ecs.model.PortMapping;
import software.amazon.awssdk.services.ecs.model.PropagateTags;
import software.amazon.awssdk.services.ecs.model.Secret;
import software.amazon.awssdk.services.ecs.model.Tag;

/** The estate of the seed's guide, as somebody would have made it without Holdfast: by hand, call by call, without marks. */
final class HandMade {
    private static final String SECRET =
            "arn:aws:secretsmanager:us-east-1:123456789012:secret:rupaya/production/secrets:";

    private final Console console;

    HandMade(Console console) {
        this.console = console;
    }

    /** All of it: production and staging beside each other in one account. */
    void seed() {
        place("prod", 3, 10);
        place("staging", 1, 2);
        nightsOff();
        productionDatabase();
        stagingDatabase();
        productionCache();
    }

    /** A part of it in which there is one of every kind. */
    void staging() {
        place("staging", 1, 2);
        nightsOff();
        stagingDatabase();
        productionCache();
    }

    private void place(String stage, int min, int max) {
        String cluster = "rupaya-ecs-" + stage;
        String service = "rupaya-backend-" + stage;
        console.ecs.createCluster(it -> it.clusterName(cluster)
                .settings(ClusterSetting.builder()
                        .name("containerInsights")
                        .value("enabled")
                        .build())
                .capacityProviders("FARGATE", "FARGATE_SPOT"));
        console.ecs.registerTaskDefinition(it -> it.family(service)
                .cpu(stage.equals("prod") ? "1024" : "512")
                .memory(stage.equals("prod") ? "2048" : "1024")
                .networkMode(NetworkMode.AWSVPC)
                .requiresCompatibilities(Compatibility.FARGATE)
                .executionRoleArn("arn:aws:iam::123456789012:role/rupaya-ecs-execution-" + stage)
                .taskRoleArn("arn:aws:iam::123456789012:role/" + service)
                .runtimePlatform(
                        platform -> platform.operatingSystemFamily("LINUX").cpuArchitecture("X86_64"))
                .containerDefinitions(container(service)));
        console.ecs.createService(it -> it.cluster(cluster)
                .serviceName(service)
                .taskDefinition(service)
                .desiredCount(min)
                .capacityProviderStrategy(
                        CapacityProviderStrategyItem.builder()
                                .capacityProvider("FARGATE")
                                .base(min)
                                .weight(1)
                                .build(),
                        CapacityProviderStrategyItem.builder()
                                .capacityProvider("FARGATE_SPOT")
                                .weight(1)
                                .build())
                .networkConfiguration(network -> network.awsvpcConfiguration(
                        vpc -> vpc.subnets("subnet-0a1b2c3d4e5f60001", "subnet-0a1b2c3d4e5f60002")
                                .securityGroups("sg-0a1b2c3d4e5f60010")
                                .assignPublicIp(AssignPublicIp.DISABLED)))
                .deploymentConfiguration(deployment -> deployment
                        .maximumPercent(200)
                        .minimumHealthyPercent(50)
                        .deploymentCircuitBreaker(
                                breaker -> breaker.enable(true).rollback(true)))
                .enableECSManagedTags(true)
                .propagateTags(PropagateTags.SERVICE)
                .tags(Tag.builder().key("stage").value(stage).build()));
        String target = "service/" + cluster + "/" + service;
        console.scaling.registerScalableTarget(it -> it.serviceNamespace(ServiceNamespace.ECS)
                .scalableDimension(ScalableDimension.ECS_SERVICE_DESIRED_COUNT)
                .resourceId(target)
                .minCapacity(min)
                .maxCapacity(max));
        step(target, "cpu high", 2, 70, ComparisonOperator.GREATER_THAN_THRESHOLD);
        step(target, "cpu-low", -1, 30, ComparisonOperator.LESS_THAN_THRESHOLD);
        console.scaling.putScalingPolicy(it -> it.serviceNamespace(ServiceNamespace.ECS)
                .scalableDimension(ScalableDimension.ECS_SERVICE_DESIRED_COUNT)
                .resourceId(target)
                .policyName("memory")
                .policyType(PolicyType.TARGET_TRACKING_SCALING)
                .targetTrackingScalingPolicyConfiguration(tracking -> tracking.targetValue(60.0)
                        .scaleInCooldown(120)
                        .predefinedMetricSpecification(metric ->
                                metric.predefinedMetricType(MetricType.ECS_SERVICE_AVERAGE_MEMORY_UTILIZATION))));
    }

    private static ContainerDefinition container(String service) {
        return ContainerDefinition.builder()
                .name("app")
                .image("123456789012.dkr.ecr.us-east-1.amazonaws.com/" + service + ":latest")
                .essential(true)
                .portMappings(PortMapping.builder().containerPort(3000).build())
                .environment(
                        KeyValuePair.builder()
                                .name("NODE_ENV")
                                .value("production")
                                .build(),
                        KeyValuePair.builder().name("PORT").value("3000").build())
                .secrets(
                        Secret.builder()
                                .name("DB_PASSWORD")
                                .valueFrom(SECRET + "db_password::")
                                .build(),
                        Secret.builder()
                                .name("JWT_SECRET")
                                .valueFrom(SECRET + "jwt_secret::")
                                .build())
                .healthCheck(check -> check.command("CMD-SHELL", "curl -fsS http://localhost:3000/health || exit 1")
                        .interval(30)
                        .retries(3)
                        .startPeriod(60))
                .logConfiguration(logs -> logs.logDriver(LogDriver.AWSLOGS)
                        .options(Map.of(
                                "awslogs-group", "/ecs/" + service,
                                "awslogs-region", "us-east-1",
                                "awslogs-stream-prefix", "backend")))
                .build();
    }

    private void step(String target, String name, int change, double threshold, ComparisonOperator operator) {
        boolean up = change > 0;
        String policy = console.scaling
                .putScalingPolicy(it -> it.serviceNamespace(ServiceNamespace.ECS)
                        .scalableDimension(ScalableDimension.ECS_SERVICE_DESIRED_COUNT)
                        .resourceId(target)
                        .policyName(name)
                        .policyType(PolicyType.STEP_SCALING)
                        .stepScalingPolicyConfiguration(steps -> steps.adjustmentType(AdjustmentType.CHANGE_IN_CAPACITY)
                                .cooldown(60)
                                .metricAggregationType(MetricAggregationType.AVERAGE)
                                .stepAdjustments(StepAdjustment.builder()
                                        .metricIntervalLowerBound(up ? 0.0 : null)
                                        .metricIntervalUpperBound(up ? null : 0.0)
                                        .scalingAdjustment(change)
                                        .build())))
                .policyARN();
        String[] words = target.split("/", -1);
        console.alarms.putMetricAlarm(it -> it.alarmName(words[2] + " " + name)
                .namespace("AWS/ECS")
                .metricName("CPUUtilization")
                .dimensions(
                        Dimension.builder().name("ClusterName").value(words[1]).build(),
                        Dimension.builder().name("ServiceName").value(words[2]).build())
                .statistic(Statistic.AVERAGE)
                .comparisonOperator(operator)
                .threshold(threshold)
                .period(60)
                .evaluationPeriods(3)
                .alarmActions(policy, "arn:aws:sns:us-east-1:123456789012:pages"));
    }

    private void nightsOff() {
        console.scaling.putScheduledAction(it -> it.serviceNamespace(ServiceNamespace.ECS)
                .scalableDimension(ScalableDimension.ECS_SERVICE_DESIRED_COUNT)
                .resourceId("service/rupaya-ecs-staging/rupaya-backend-staging")
                .scheduledActionName("nights off")
                .schedule("cron(0 20 ? * MON-FRI *)")
                .timezone("America/New_York")
                .scalableTargetAction(action -> action.minCapacity(0).maxCapacity(0)));
    }

    private void productionDatabase() {
        console.rds.createDBInstance(it -> it.dbInstanceIdentifier("rupaya-prod")
                .engine("postgres")
                .engineVersion("15")
                .dbInstanceClass("db.r6g.large")
                .allocatedStorage(500)
                .storageType("io2")
                .iops(3000)
                .multiAZ(true)
                .dbName("rupaya")
                .masterUsername("rupaya")
                .masterUserPassword("made-by-hand-1")
                .backupRetentionPeriod(30)
                .monitoringInterval(60)
                .monitoringRoleArn("arn:aws:iam::123456789012:role/rds-monitoring-role")
                .enablePerformanceInsights(true)
                .storageEncrypted(true)
                .deletionProtection(true)
                .dbSubnetGroupName("rupaya-private")
                .vpcSecurityGroupIds("sg-0a1b2c3d4e5f60020"));
    }

    private void stagingDatabase() {
        console.rds.createDBInstance(it -> it.dbInstanceIdentifier("rupaya-staging")
                .engine("postgres")
                .engineVersion("15")
                .dbInstanceClass("db.t4g.medium")
                .allocatedStorage(100)
                .storageType("gp3")
                .masterUsername("rupaya")
                .manageMasterUserPassword(true)
                .backupRetentionPeriod(7)
                .dbSubnetGroupName("rupaya-private"));
    }

    private void productionCache() {
        console.cache.createReplicationGroup(it -> it.replicationGroupId("rupaya-prod")
                .replicationGroupDescription("Cache of the production backend")
                .engine("redis")
                .engineVersion("7.1")
                .cacheNodeType("cache.r6g.large")
                .numNodeGroups(1)
                .replicasPerNodeGroup(2)
                .automaticFailoverEnabled(true)
                .multiAZEnabled(true)
                .cacheParameterGroupName("default.redis7.cluster.on")
                .snapshotRetentionLimit(7)
                .transitEncryptionEnabled(true)
                .atRestEncryptionEnabled(true)
                .cacheSubnetGroupName("rupaya-private")
                .securityGroupIds(List.of("sg-0a1b2c3d4e5f60030")));
    }
}
