package io.holdfast.export;

import io.holdfast.model.KindName;
import java.util.Map;
import java.util.Optional;

/** Reads the tags by which a live resource says whose it is. */
@FunctionalInterface
public interface Marked {
    /** Under which logical name an environment of ours keeps a resource with these tags already. */
    Optional<String> name(String environment, KindName kind, Map<String, String> tags);
}
