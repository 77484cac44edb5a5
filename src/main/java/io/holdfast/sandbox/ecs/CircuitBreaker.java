package io.holdfast.sandbox.ecs;

import io.holdfast.sandbox.wire.Members;
import java.util.Map;

/** Counts the tasks of one deployment that failed to start, and says when it is enough. */
final class CircuitBreaker {

    /** Half the tasks, between these bounds (AWS-SEMANTICS, section 3, e6). */
    private static final int LEAST_FAILURES = 3;

    private static final int MOST_FAILURES = 200;

    private final boolean enabled;
    private final int threshold;
    private int failures;
    private boolean tripped;

    CircuitBreaker(EcsService service) {
        this.enabled = service.structure("deploymentConfiguration")
                .child("deploymentCircuitBreaker")
                .flatMap(breaker -> breaker.bool("enable"))
                .orElse(false);
        var half = (int) Math.ceil(service.desiredCount / 2.0);
        this.threshold = Math.max(LEAST_FAILURES, Math.min(MOST_FAILURES, half));
    }

    /** Whether this failure is one too many. */
    boolean count() {
        failures++;
        tripped = enabled && failures >= threshold;
        return tripped;
    }

    Map<String, Object> answer(boolean open) {
        var state = tripped ? "TRIGGERED" : open ? "MONITORING" : "MONITORING_COMPLETE";
        return Members.none()
                .and("status", enabled ? state : "DISABLED")
                .and("failureCount", failures)
                .and("threshold", threshold)
                .map();
    }
}
