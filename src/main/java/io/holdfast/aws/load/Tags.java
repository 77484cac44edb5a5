package io.holdfast.aws.load;

import io.holdfast.aws.Answer;
import io.holdfast.aws.Batches;
import io.holdfast.aws.Gathering;
import io.holdfast.aws.Loader;
import io.holdfast.aws.Remembered;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;

/** Tags of things that do not bring them along: one call each, the expensive half of a look, so kept for an hour. */
final class Tags {
    static final Duration LIFETIME = Duration.ofHours(1);
    static final int MOST = 10_000;

    private Tags() {}

    static Remembered<String, Map<String, String>> remembered(
            Gathering gathering, String operation, Clock clock, Function<String, Map<String, String>> tagsOf) {
        Loader<String, Map<String, String>> loader = new Loader<>(
                gathering,
                operation,
                Batches.of(1),
                arns -> Map.of(arns.get(0), Answer.found(Map.copyOf(tagsOf.apply(arns.get(0))))));
        return new Remembered<>(loader, clock, LIFETIME, MOST);
    }
}
