package io.holdfast.app;

import io.holdfast.aws.AwsMeter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;

/** Counts what we ask of AWS. */
final class MeteredAws implements AwsMeter {
    private final MeterRegistry registry;

    MeteredAws(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void answered(String service, String operation, String outcome) {
        registry.counter("holdfast.aws.requests", "service", service, "operation", operation, "outcome", outcome)
                .increment();
    }

    @Override
    public void waited(String family, Duration wait) {
        registry.timer("holdfast.aws.budget.wait", "family", family).record(wait);
    }
}
