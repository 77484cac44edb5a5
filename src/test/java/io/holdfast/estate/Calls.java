package io.holdfast.estate;

import io.holdfast.aws.AwsMeter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What one Holdfast asked of AWS, in order, each as {@code service:Operation} in IAM's spelling. */
public final class Calls implements AwsMeter {
    private static final Set<String> READS = Set.of("Describe", "List", "Get", "Simulate");

    private final List<String> writes = new ArrayList<>();

    /** Those that may have changed something, whatever AWS answered. */
    public synchronized List<String> writes() {
        return List.copyOf(writes);
    }

    @Override
    public synchronized void answered(String service, String operation, String outcome) {
        if (READS.stream().noneMatch(operation::startsWith)) {
            writes.add(service + ":" + operation);
        }
    }

    @Override
    public void waited(String family, Duration wait) {}
}
