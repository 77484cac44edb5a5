package io.holdfast.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder of environments to be written to. */
final class Yaml {
    /** One cluster with one service of one container. */
    static final String ENVIRONMENT = """
            apiVersion: holdfast.io/v1
            kind: Environment
            metadata: {name: %s}
            spec:
              aws: {account: "123456789012", region: us-east-1}
              mode: enforce
              clusters:
                main: {name: main-%1$s, capacityProviders: [FARGATE]}
              services:
                web:
                  name: web-%1$s
                  cluster: main
                  desiredCount: 1
                  capacityProviderStrategy: [{capacityProvider: FARGATE, weight: 1}]
                  networkConfiguration: {subnets: [subnet-1], securityGroups: [sg-1], assignPublicIp: DISABLED}
                  task:
                    family: web-%1$s
                    cpu: 256
                    memory: 512
                    networkMode: awsvpc
                    requiresCompatibilities: [FARGATE]
                    containers:
                      app: {image: "example.com/web:1", essential: true}
            """;

    private final Path folder;

    Yaml(Path folder) {
        this.folder = folder;
    }

    Yaml with(String environment) {
        return with(environment, ENVIRONMENT.formatted(environment));
    }

    Yaml with(String environment, String text) {
        try {
            Files.write(folder.resolve(environment + ".yaml"), text.getBytes(UTF_8));
            return this;
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}
