package io.holdfast.model;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A declared resource with its references filled in, and the AWS name that follows from them.
 *
 * @param asWritten what the YAML itself says
 * @param declared references resolved as far as they are known
 * @param key its AWS name
 */
public record Resolution<S>(S asWritten, Declared<S> declared, String key) {
    public Resolution {
        requireNonNull(asWritten, "asWritten");
        requireNonNull(declared, "declared");
        requireNonNull(key, "key");
    }

    /**
     * Resolves resources in the order of the desired state, what is referred to first; of what comes later only the AWS
     * name is known, because it follows from the YAML alone.
     */
    public static List<Resolution<?>> all(DesiredState desired, Function<ResourceId, Optional<String>> arns) {
        Map<ResourceId, Reference> known = new LinkedHashMap<>();
        resolve(desired, known, id -> Optional.empty());
        return resolve(desired, known, arns);
    }

    private static List<Resolution<?>> resolve(
            DesiredState desired, Map<ResourceId, Reference> known, Function<ResourceId, Optional<String>> arns) {
        return desired.resources().stream()
                .<Resolution<?>>map(declared -> {
                    Resolution<?> resolution = of(declared, id -> Optional.ofNullable(known.get(id)));
                    known.put(declared.id(), new Reference(resolution.key(), arns.apply(declared.id())));
                    return resolution;
                })
                .toList();
    }

    /** Resolves one resource by what is known of the others. */
    public static <S> Resolution<S> of(Declared<S> declared, References references) {
        S state = declared.kind().resolve(declared.id(), declared.state(), references);
        return new Resolution<>(
                declared.state(), declared.with(state), declared.kind().key(state));
    }

    public Ask<S> ask(Optional<Expectation> expectation) {
        return new Ask<>(declared.id(), key, Optional.of(declared.state()), expectation);
    }
}
