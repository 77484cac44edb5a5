package io.holdfast.kind.ecsservice;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How one revision of a service gives way to the next: for the next deployment, not for one underway. Limits: Amazon
 * ECS API Reference, DeploymentConfiguration.
 *
 * @param maximumPercent how many tasks there may be meanwhile, in percent of those wanted; left out, AWS takes 200
 *     (100 for a daemon)
 * @param minimumHealthyPercent how many tasks there must be meanwhile, in percent of those wanted; left out, AWS
 *     takes 100 (0 for a daemon)
 * @param deploymentCircuitBreaker whether a deployment that cannot start its tasks is given up
 * @param alarms which alarms end a deployment
 * @param strategy how traffic moves: as tasks are replaced, all at once, in equal steps, or a small part first; all
 *     but {@code ROLLING} need a second target group. Left out, AWS takes {@code ROLLING}
 * @param bakeTimeInMinutes how long both revisions stay after the switch; left out, AWS takes 0
 * @param lifecycleHooks functions asked on the way; order means nothing
 * @param linearConfiguration the steps of {@code LINEAR}; leave it out otherwise
 * @param canaryConfiguration the first part of {@code CANARY}; leave it out otherwise
 */
public record DeploymentConfiguration(
        Optional<@Min(0) @Max(10_000) Integer> maximumPercent,
        Optional<@Min(0) @Max(100) Integer> minimumHealthyPercent,
        Optional<CircuitBreaker> deploymentCircuitBreaker,
        Optional<Alarms> alarms,
        Optional<
                        @Pattern(
                                regexp = "ROLLING|BLUE_GREEN|LINEAR|CANARY",
                                message = "ROLLING, BLUE_GREEN, LINEAR or CANARY")
                        String>
                strategy,
        Optional<@Min(0) @Max(1440) Integer> bakeTimeInMinutes,
        Optional<List<Hook>> lifecycleHooks,
        Optional<Linear> linearConfiguration,
        Optional<Canary> canaryConfiguration) {

    /**
     * What becomes of a deployment that cannot start its tasks. It needs half as many failures as tasks are wanted, 3
     * at least and 200 at most (Amazon ECS Developer Guide, deployment circuit breaker).
     *
     * @param enable whether it is given up; otherwise it tries for ever
     * @param rollback whether the service then goes back to its last revision that came up
     */
    public record CircuitBreaker(boolean enable, boolean rollback) {}

    /**
     * Which alarms end a deployment.
     *
     * @param alarmNames names of CloudWatch alarms; order means nothing
     * @param enable whether they are looked at
     * @param rollback whether the service then goes back to its last revision that came up
     */
    public record Alarms(List<String> alarmNames, boolean enable, boolean rollback) {}

    /**
     * A function asked on the way.
     *
     * @param hookTargetArn the Lambda function
     * @param roleArn as whom ECS calls it
     * @param lifecycleStages when, such as {@code PRE_SCALE_UP} or {@code POST_TEST_TRAFFIC_SHIFT}; order means
     *     nothing
     * @param hookDetails what it is told beside the deployment
     */
    public record Hook(
            String hookTargetArn,
            Optional<String> roleArn,
            List<String> lifecycleStages,
            Optional<Map<String, String>> hookDetails) {}

    /**
     * The steps of a linear shift of traffic.
     *
     * @param stepPercent percent of the traffic moved at a time; left out, AWS takes 10
     * @param stepBakeTimeInMinutes minutes between two steps; left out, AWS takes 6
     */
    public record Linear(
            Optional<@Min(3) @Max(100) Double> stepPercent,
            Optional<@Min(0) @Max(1440) Integer> stepBakeTimeInMinutes) {}

    /**
     * The first part of a canary shift of traffic.
     *
     * @param canaryPercent percent of the traffic moved first, 0.1 at least to AWS; left out, AWS takes 5
     * @param canaryBakeTimeInMinutes minutes until the rest follows; left out, AWS takes 10
     */
    public record Canary(
            Optional<@Min(0) @Max(100) Double> canaryPercent,
            Optional<@Min(0) @Max(1440) Integer> canaryBakeTimeInMinutes) {}
}
