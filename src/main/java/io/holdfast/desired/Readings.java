package io.holdfast.desired;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Environments, each read anew only when its files say something else: a folder is looked at every few seconds. */
final class Readings {
    private final EnvironmentReader reader;
    private final Map<String, Known> known = new HashMap<>();

    private record Known(Draft.Contents contents, Reading reading) {}

    Readings(EnvironmentReader reader) {
        this.reader = reader;
    }

    Reading of(Draft draft) {
        Draft.Contents contents = draft.contents();
        Known last = known.get(draft.environment());
        Reading reading = last != null && last.contents().equals(contents)
                ? last.reading().at(draft)
                : reader.read(draft);
        known.put(draft.environment(), new Known(contents, reading));
        return reading;
    }

    /** Forgets every other environment. */
    void keep(Set<String> environments) {
        known.keySet().retainAll(environments);
    }
}
