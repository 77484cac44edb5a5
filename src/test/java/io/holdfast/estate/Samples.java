package io.holdfast.estate;

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

    private Samples() {}
}
