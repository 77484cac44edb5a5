package io.holdfast.kind.ecsservice;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How one revision of a service gives way to the next. Limits: Amazon ECS API Reference, DeploymentConfiguration.
 *
 * @param maximumPercent how many tasks there may be meanwhile, of those wanted; 200 when absent
 * @param minimumHealthyPercent how many there must be, likewise; 100 when absent
 * @param deploymentCircuitBreaker whether a deployment that cannot start tasks is given up
 * @param alarms which alarms end a deployment
 * @param strategy {@code ROLLING} when absent
 * @param bakeTimeInMinutes how long both revisions stay after the switch; 0 when absent
 * @param lifecycleHooks functions asked on the way; order means nothing
 * @param linearConfiguration steps of a linear shift of traffic
 * @param canaryConfiguration the first part of a canary shift of traffic
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

    /** Whether a deployment that cannot start tasks is given up, and taken back. */
    public record CircuitBreaker(boolean enable, boolean rollback) {}

    /** Which alarms end a deployment, and whether it is then taken back. */
    public record Alarms(List<String> alarmNames, boolean enable, boolean rollback) {}

    /**
     * A function asked on the way.
     *
     * @param roleArn as whom ECS calls it
     * @param lifecycleStages when; order means nothing
     * @param hookDetails handed to it
     */
    public record Hook(
            String hookTargetArn,
            Optional<String> roleArn,
            List<String> lifecycleStages,
            Optional<Map<String, String>> hookDetails) {}

    /** Steps of so many percent of the traffic, so many minutes apart; 10 and 6 when absent. */
    public record Linear(
            Optional<@Min(3) @Max(100) Double> stepPercent,
            Optional<@Min(0) @Max(1440) Integer> stepBakeTimeInMinutes) {}

    /** So many percent of the traffic first, for so many minutes; 5 and 10 when absent. */
    public record Canary(
            Optional<@Min(0) @Max(100) Double> canaryPercent,
            Optional<@Min(0) @Max(1440) Integer> canaryBakeTimeInMinutes) {}
}
