package io.holdfast.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** The latest status of every environment, by name; read by whoever shows or counts, written at the end of a pass. */
public final class StatusBoard {
    private final Map<String, EnvironmentStatus> latest = new ConcurrentSkipListMap<>();

    public List<EnvironmentStatus> all() {
        return List.copyOf(latest.values());
    }

    public Optional<EnvironmentStatus> find(String environment) {
        return Optional.ofNullable(latest.get(environment));
    }

    public void post(EnvironmentStatus status) {
        latest.put(status.environment(), status);
    }

    /** Takes an environment down that the source no longer has. Nothing of it is touched in AWS. */
    public void remove(String environment) {
        latest.remove(environment);
    }
}
