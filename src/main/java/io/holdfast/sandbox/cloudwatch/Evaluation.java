package io.holdfast.sandbox.cloudwatch;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Decides what an alarm makes of its last periods. Simpler than CloudWatch in one respect: it looks at exactly the evaluation
 * periods, never at older points that CloudWatch may fetch to fill gaps.
 */
final class Evaluation {

    private final AlarmSettings settings;
    private final List<OptionalDouble> periods;

    /**
     * An evaluation still to be made.
     *
     * @param settings what the alarm was told to be
     * @param periods one value for each evaluation period, oldest first; empty for a period without data
     */
    Evaluation(AlarmSettings settings, List<OptionalDouble> periods) {
        this.settings = settings;
        this.periods = List.copyOf(periods);
    }

    /** The state's name; empty when the alarm stays in the state it is in. */
    Optional<String> state() {
        boolean dark = present() == 0;
        return switch (settings.missingData()) {
            case breaching -> judged(breaching() + missing(), periods.size());
            case notBreaching -> judged(breaching(), periods.size());
            case ignore -> dark ? Optional.empty() : judged(breaching(), present());
            case missing -> dark ? Optional.of("INSUFFICIENT_DATA") : judged(breaching(), present());
        };
    }

    /** Goes off with enough breaches; is well once the values that count leave no room for that many. */
    private Optional<String> judged(long breaches, long counted) {
        if (breaches >= settings.datapointsToAlarm()) {
            return Optional.of("ALARM");
        }
        boolean allBreach = breaches == counted;
        return allBreach && counted < periods.size() ? Optional.empty() : Optional.of("OK");
    }

    private long present() {
        return periods.stream().filter(OptionalDouble::isPresent).count();
    }

    private long missing() {
        return periods.size() - present();
    }

    private long breaching() {
        return periods.stream()
                .filter(OptionalDouble::isPresent)
                .filter(value -> breaches(value.getAsDouble()))
                .count();
    }

    private boolean breaches(double value) {
        double threshold = settings.threshold().orElseThrow();
        return settings.comparison().orElseThrow().breaches(value, threshold);
    }
}
