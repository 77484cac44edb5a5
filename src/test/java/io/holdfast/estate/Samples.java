package io.holdfast.estate;

import java.util.List;

/** Environments to try things on. */
final class Samples {
    private static final String HEADER = """
            apiVersion: holdfast.io/v1
            kind: Environment
            metadata:
              name: whole
            spec:
              aws: {account: "123456789012", region: us-east-1}
              mode: enforce
            """;

    /** One cluster with one service on it. */
    static final String SERVICE = HEADER + """
              clusters:
                main: {name: whole, containerInsights: enabled, capacityProviders: [FARGATE, FARGATE_SPOT]}
              services:
                backend:
                  name: backend
                  cluster: main
                  desiredCount: 2
                  launchType: FARGATE
                  networkConfiguration: {subnets: [subnet-1, subnet-2], securityGroups: [sg-1], assignPublicIp: DISABLED}
                  deploymentConfiguration:
                    maximumPercent: 200
                    minimumHealthyPercent: 100
                    deploymentCircuitBreaker: {enable: true, rollback: true}
                  task:
                    cpu: 512
                    memory: 1024
                    networkMode: awsvpc
                    requiresCompatibilities: [FARGATE]
                    executionRoleArn: arn:aws:iam::123456789012:role/execution
                    containers:
                      app:
                        image: "registry.example/backend:1.0"
                        essential: true
                        portMappings: [{containerPort: 3000}]
                        environment: {PORT: "3000", MODE: test}
            """;

    /** One of everything: what a change must survive. */
    static final String WHOLE = SERVICE.replace("      desiredCount: 2\n", "").replace("      task:\n", """
                          scaling:
                            min: 2
                            max: 6
                            steps:
                              up:
                                adjustmentType: ChangeInCapacity
                                metricAggregationType: Average
                                cooldown: 60
                                stepAdjustments: [{metricIntervalLowerBound: 0, scalingAdjustment: 2}]
                                alarm:
                                  metricName: CPUUtilization
                                  statistic: Average
                                  comparisonOperator: GreaterThanThreshold
                                  threshold: 70
                                  period: 60
                                  evaluationPeriods: 3
                            schedules:
                              morning: {schedule: "cron(0 7 ? * MON-FRI *)", timezone: Europe/Berlin, min: 2, max: 6}
                          task:
                    """) + """
              databases:
                main:
                  identifier: whole
                  engine: postgres
                  engineVersion: "15"
                  instanceClass: db.t4g.medium
                  allocatedStorage: 100
                  storageType: gp3
                  masterUsername: whole
                  manageMasterUserPassword: true
                  backupRetentionPeriod: 7
                  multiAZ: false
                  deletionProtection: false
                  dbSubnetGroup: default
                  tags: {team: platform}
              caches:
                main:
                  replicationGroupId: whole
                  description: whole
                  engine: redis
                  engineVersion: 7.x
                  nodeType: cache.t4g.small
                  numNodeGroups: 1
                  replicasPerNodeGroup: 1
                  automaticFailover: enabled
                  multiAZ: enabled
                  snapshotRetentionLimit: 3
                  tags: {team: platform}
            """;

    /** The same, asked to be otherwise in every resource. */
    static final String WHOLE_UPDATED = WHOLE.replace("containerInsights: enabled", "containerInsights: disabled")
            .replace("minimumHealthyPercent: 100", "minimumHealthyPercent: 50")
            .replace("MODE: test", "MODE: other")
            .replace("max: 6", "max: 8")
            .replace("threshold: 70", "threshold: 75")
            .replace("cron(0 7", "cron(30 7")
            .replace("backupRetentionPeriod: 7", "backupRetentionPeriod: 9")
            .replace("snapshotRetentionLimit: 3", "snapshotRetentionLimit: 5")
            .replace("team: platform", "team: other");

    /** A cluster, three autoscaled services, a database and a cache, named after their environment. */
    static String small(String environment) {
        StringBuilder yaml = new StringBuilder(HEADER.replace("name: whole", "name: " + environment))
                .append("  clusters:\n    main: {name: ")
                .append(environment)
                .append("}\n  services:\n");
        for (String service : List.of("one", "two", "three")) {
            yaml.append("""
                        %s:
                          name: %s
                          cluster: main
                          launchType: FARGATE
                          networkConfiguration: {subnets: [subnet-1], securityGroups: [sg-1]}
                          scaling: {min: 1, max: 3}
                          task:
                            family: %s-%s
                            cpu: 256
                            memory: 512
                            networkMode: awsvpc
                            requiresCompatibilities: [FARGATE]
                            containers: {app: {image: "registry.example/app:1"}}
                    """.formatted(service, service, environment, service).indent(0));
        }
        return yaml.append("""
                          databases:
                            main:
                              identifier: %1$s
                              engine: postgres
                              engineVersion: "15"
                              instanceClass: db.t4g.micro
                              allocatedStorage: 20
                              storageType: gp3
                              masterUsername: app
                              manageMasterUserPassword: true
                          caches:
                            main:
                              replicationGroupId: %1$s
                              description: %1$s
                              engine: redis
                              engineVersion: 7.x
                              nodeType: cache.t4g.micro
                              numNodeGroups: 1
                              replicasPerNodeGroup: 2
                              automaticFailover: enabled
                        """.formatted(environment)).toString();
    }

    private Samples() {}
}
