package io.holdfast.aws;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Something AWS can be asked by key.
 *
 * @param <K> what is asked for; equal keys are asked once
 * @param <V> what AWS tells of it
 */
public interface Lookup<K, V> {
    /** One answer for each key, never fewer. */
    Map<K, Answer<V>> load(Collection<K> keys);

    default Answer<V> load(K key) {
        return load(List.of(key)).get(key);
    }
}
