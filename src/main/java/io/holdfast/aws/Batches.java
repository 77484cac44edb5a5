package io.holdfast.aws;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** How the keys of one round are divided into calls that succeed or fail together. */
@FunctionalInterface
public interface Batches<K> {
    List<List<K>> of(Collection<K> keys);

    /** At most so many keys a call. */
    static <K> Batches<K> of(int size) {
        return keys -> chunks(List.copyOf(keys), size);
    }

    /** At most so many keys a call, and only keys of one group: the services of one cluster. */
    static <K> Batches<K> grouped(Function<K, ?> group, int size) {
        return keys -> {
            Map<Object, List<K>> groups = new LinkedHashMap<>();
            keys.forEach(key -> groups.computeIfAbsent(group.apply(key), it -> new ArrayList<>())
                    .add(key));
            return groups.values().stream()
                    .flatMap(members -> chunks(members, size).stream())
                    .toList();
        };
    }

    /** One listing serves all keys from so many on; fewer are asked one by one. */
    static <K> Batches<K> listingFrom(int many) {
        return keys -> keys.size() < many ? chunks(List.copyOf(keys), 1) : List.of(List.copyOf(keys));
    }

    /** All keys in one call, or one listing. */
    static <K> Batches<K> together() {
        return keys -> List.of(List.copyOf(keys));
    }

    private static <K> List<List<K>> chunks(List<K> keys, int size) {
        List<List<K>> chunks = new ArrayList<>();
        for (int from = 0; from < keys.size(); from += size) {
            chunks.add(List.copyOf(keys.subList(from, Math.min(from + size, keys.size()))));
        }
        return chunks;
    }
}
