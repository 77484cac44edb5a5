package io.holdfast.desired;

import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps what loaded last, so that it can stay in force while what is in the folder does not load. */
public interface LastGood {
    /** Keeps these instead of the environment's earlier ones. */
    void save(Sources sources);

    /** What an environment was last loaded from; empty for one that never loaded. */
    Optional<Sources> load(String environment);

    /** The environments that ever loaded. */
    SortedSet<String> environments();

    /** Keeps them for as long as the process lives. */
    static LastGood inMemory() {
        Map<String, Sources> kept = new ConcurrentHashMap<>();
        return new LastGood() {
            @Override
            public void save(Sources sources) {
                kept.put(sources.environment(), sources);
            }

            @Override
            public Optional<Sources> load(String environment) {
                return Optional.ofNullable(kept.get(environment));
            }

            @Override
            public SortedSet<String> environments() {
                return new TreeSet<>(kept.keySet());
            }
        };
    }
}
