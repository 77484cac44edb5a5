package io.holdfast.app;

import io.holdfast.aws.AwsMeter;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/** Counts what we ask of AWS. */
final class MeteredAws implements AwsMeter {
    private final MeterRegistry registry;

    MeteredAws(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void answered(String service, String operation, String outcome) {
        Counter.builder("holdfast.aws.requests")
                .description("requests AWS has answered, or has not, by how that went")
                .tags("service", service, "operation", operation, "outcome", outcome)
                .register(registry)
                .increment();
    }

    @Override
    public void waited(String family, Duration wait) {
        Timer.builder("holdfast.aws.budget.wait")
                .description("how long requests have waited for their turn in our own budget")
                .tags("family", family)
                .register(registry)
                .record(wait);
    }
}
