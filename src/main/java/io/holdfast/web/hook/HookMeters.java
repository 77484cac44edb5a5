package io.holdfast.web.hook;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;

/** Counts deliveries by what became of them. All are there from the start, so that a rate can be watched. */
final class HookMeters {
    private final Map<Outcome, Counter> deliveries = new EnumMap<>(Outcome.class);

    HookMeters(MeterRegistry registry) {
        for (Outcome outcome : Outcome.values()) {
            deliveries.put(
                    outcome,
                    Counter.builder("holdfast.hooks.deliveries")
                            .description("deliveries that say the repository has changed, by what became of them")
                            .tag("outcome", outcome.word())
                            .register(registry));
        }
    }

    void count(Outcome outcome) {
        deliveries.get(outcome).increment();
    }
}
