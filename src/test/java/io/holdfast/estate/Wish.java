package io.holdfast.estate;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An environment's file, put together from its resources, so that one can be left out or changed.
 *
 * @param policy what stands under {@code spec} beside the sections
 * @param resources section, a dot and logical name, to what is declared
 */
record Wish(String policy, Map<String, String> resources) {
    static final String ENVIRONMENT = "whole";

    private static final String KEPT_SERVICE = """
            name: kept
            cluster: kept
            launchType: FARGATE
            networkConfiguration: {subnets: [subnet-1], securityGroups: [sg-1]}
            scaling:
              min: 1
              max: 3
              schedules:
                evening: {schedule: "cron(0 22 * * ? *)", min: 1, max: 2}
            task:
              cpu: 256
              memory: 512
              networkMode: awsvpc
              requiresCompatibilities: [FARGATE]
              containers: {app: {image: "registry.example/kept:1"}}
            """;

    private static final String SERVICE = """
            name: backend
            cluster: main
            launchType: FARGATE
            networkConfiguration: {subnets: [subnet-1], securityGroups: [sg-1]}
            deploymentConfiguration: {maximumPercent: 200, minimumHealthyPercent: 100}
            scaling:
              min: 2
              max: 6
              steps:
                up:
                  adjustmentType: ChangeInCapacity
                  stepAdjustments: [{metricIntervalLowerBound: 0, scalingAdjustment: 2}]
                  alarm:
                    metricName: CPUUtilization
                    statistic: Average
                    comparisonOperator: GreaterThanThreshold
                    threshold: 70
                    period: 60
                    evaluationPeriods: 3
              targetTracking:
                memory:
                  targetValue: 60
                  predefinedMetricSpecification: {predefinedMetricType: ECSServiceAverageMemoryUtilization}
              schedules:
                morning: {schedule: "cron(0 7 * * ? *)", min: 2, max: 6}
            task:
              cpu: 256
              memory: 512
              networkMode: awsvpc
              containers: {app: {image: "registry.example/backend:1"}}
            """;

    private static final String DATABASE = """
            identifier: whole
            engine: postgres
            engineVersion: "15"
            instanceClass: db.t4g.medium
            allocatedStorage: 20
            storageType: gp3
            masterUsername: whole
            manageMasterUserPassword: true
            backupRetentionPeriod: 7
            deletionProtection: false
            """;

    private static final String CACHE = """
            replicationGroupId: whole
            description: whole
            engine: redis
            engineVersion: 7.x
            nodeType: cache.t4g.small
            numNodeGroups: 1
            replicasPerNodeGroup: 1
            automaticFailover: enabled
            """;

    Wish {
        resources = Map.copyOf(resources);
    }

    /** One of everything, a second cluster with a service that nobody ever touches, and no word about how far to go. */
    static Wish all() {
        return new Wish("mode: enforce", Map.of())
                .with("clusters.kept", "name: kept")
                .with("services.kept", KEPT_SERVICE)
                .with("clusters.main", "name: whole")
                .with("services.backend", SERVICE)
                .with("databases.main", DATABASE)
                .with("caches.main", CACHE);
    }

    /** The same without what holds data. */
    static Wish stateless() {
        return all().without("databases.main", "caches.main");
    }

    /** Strays go after a minute, however many there are. */
    Wish pruning() {
        return under("mode: enforce\nprune: {enabled: true, grace: 1m}\nlimits: {deletes: 20, deletePercent: 100}");
    }

    Wish under(String otherPolicy) {
        return new Wish(otherPolicy, resources);
    }

    Wish with(String resource, String yaml) {
        Map<String, String> more = new LinkedHashMap<>(resources);
        more.put(resource, yaml);
        return new Wish(policy, more);
    }

    /** Other words in the declaration of a resource; that they do not stand there is a mistake of the test. */
    Wish with(String resource, String words, String others) {
        String yaml = resources.get(resource);
        if (!yaml.contains(words)) {
            throw new IllegalArgumentException(resource + " does not say " + words);
        }
        return with(resource, yaml.replace(words, others));
    }

    Wish without(String... dropped) {
        Map<String, String> fewer = new LinkedHashMap<>(resources);
        Stream.of(dropped).forEach(fewer::remove);
        return new Wish(policy, fewer);
    }

    /** Only what nobody ever touches. */
    Wish withoutMain() {
        return without("services.backend", "clusters.main", "databases.main", "caches.main");
    }

    String yaml() {
        String sections = Stream.of("clusters", "services", "databases", "caches")
                .map(this::section)
                .collect(Collectors.joining());
        return """
                apiVersion: holdfast.io/v1
                kind: Environment
                metadata:
                  name: whole
                spec:
                  aws: {account: "123456789012", region: us-east-1}
                """ + policy.indent(2) + sections;
    }

    private String section(String name) {
        String members = resources.entrySet().stream()
                .filter(it -> it.getKey().startsWith(name + "."))
                .sorted(Map.Entry.comparingByKey())
                .map(it -> "    " + it.getKey().substring(name.length() + 1) + ":\n"
                        + it.getValue().indent(6))
                .collect(Collectors.joining());
        return members.isEmpty() ? "" : "  " + name + ":\n" + members;
    }
}
