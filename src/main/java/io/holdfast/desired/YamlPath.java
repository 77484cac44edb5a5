package io.holdfast.desired;

import io.holdfast.model.Declared;
import io.holdfast.model.Slot;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;

/** The keys that lead to a resource: its slot, with its names in place of the stars. */
final class YamlPath {
    private YamlPath() {}

    static String of(Declared<?> resource) {
        Iterator<String> names = List.of(resource.id().name().split("\\.", -1)).iterator();
        return resource.kind().slot().keys().stream()
                .map(key -> key.equals(Slot.ANY) ? names.next() : key)
                .collect(Collectors.joining(".", "spec.", ""));
    }
}
