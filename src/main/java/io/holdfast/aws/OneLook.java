package io.holdfast.aws;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A lookup for the length of one look: what was asked once is not asked again, whichever kind wants to know. A look is a
 * picture of one moment; asking twice would cost a call and could give two pictures.
 */
public final class OneLook<K, V> implements Lookup<K, V> {
    private final Lookup<K, V> shared;
    private final Map<K, Answer<V>> told = new HashMap<>();

    public OneLook(Lookup<K, V> shared) {
        this.shared = requireNonNull(shared, "shared");
    }

    @Override
    public synchronized Map<K, Answer<V>> load(Collection<K> keys) {
        told.putAll(
                shared.load(keys.stream().filter(key -> !told.containsKey(key)).toList()));
        Map<K, Answer<V>> answers = new LinkedHashMap<>();
        keys.forEach(key -> answers.put(key, told.get(key)));
        return answers;
    }
}
