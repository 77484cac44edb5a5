package io.holdfast.kind.ecsservice;

import io.holdfast.model.Problem;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Ways of deploying that ECS refuses (Amazon ECS API Reference, DeploymentConfiguration). */
final class DeploymentRules {
    private static final String PATH = "deploymentConfiguration";
    private static final int ALL = 100;

    private DeploymentRules() {}

    static Stream<Problem> problems(EcsServiceState service) {
        return service.deploymentConfiguration().stream()
                .flatMap(it -> Stream.of(percents(it), shifts(it), watched(it), controlled(service, it))
                        .flatMap(Function.identity()));
    }

    private static Stream<Problem> percents(DeploymentConfiguration deployment) {
        int most = deployment.maximumPercent().orElse(Integer.MAX_VALUE);
        int least = deployment.minimumHealthyPercent().orElse(0);
        boolean rolls =
                deployment.strategy().filter(it -> !it.equals("ROLLING")).isEmpty();
        return Stream.concat(
                Problem.when(least > most, PATH + ".minimumHealthyPercent", "above maximumPercent", "up to " + most),
                Problem.when(
                        rolls && least == ALL && most == ALL,
                        PATH + ".minimumHealthyPercent",
                        "with both percents at 100 no task may start before another ends, nor end before another starts",
                        "below 100, or maximumPercent above 100"));
    }

    private static Stream<Problem> shifts(DeploymentConfiguration deployment) {
        return Stream.concat(
                belongs(deployment, deployment.linearConfiguration(), "linearConfiguration", "LINEAR"),
                belongs(deployment, deployment.canaryConfiguration(), "canaryConfiguration", "CANARY"));
    }

    private static Stream<Problem> belongs(
            DeploymentConfiguration deployment, Optional<?> said, String field, String strategy) {
        return Problem.when(
                said.isPresent()
                        && deployment.strategy().filter(strategy::equals).isEmpty(),
                PATH + "." + field,
                "means nothing without strategy: " + strategy,
                "leave it out");
    }

    private static Stream<Problem> watched(DeploymentConfiguration deployment) {
        return deployment.alarms().stream()
                .flatMap(it -> Problem.when(
                        it.enable() && it.alarmNames().isEmpty(),
                        PATH + ".alarms.alarmNames",
                        "no alarm is named that could end a deployment",
                        "one or more names, or enable: false"));
    }

    private static Stream<Problem> controlled(EcsServiceState service, DeploymentConfiguration deployment) {
        boolean elsewhere = service.deploymentController()
                .filter(it -> !it.type().equals("ECS"))
                .isPresent();
        return Problem.when(
                elsewhere
                        && deployment
                                .deploymentCircuitBreaker()
                                .filter(it -> it.enable())
                                .isPresent(),
                PATH + ".deploymentCircuitBreaker",
                "only ECS's own deployments have one",
                "leave it out, or deploymentController: {type: ECS}");
    }
}
