package io.holdfast.desired;

import static io.holdfast.desired.finding.Code.REFERENCE;

import io.holdfast.desired.finding.Finding;
import io.holdfast.model.Declared;
import io.holdfast.model.Location;
import io.holdfast.model.ResourceId;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/**
 * Names of other resources that are nearly those of declared ones. A name nobody declares is AWS's own, so that a slip would
 * wait for ever for something that will never be there; one that is near to a declared name is therefore refused. Whoever
 * means a thing outside of the file whose name is that near writes its ARN, which is near to nothing.
 */
final class Misspelling {
    private Misspelling() {}

    /**
     * Tells every slip.
     *
     * @param named all that is declared, with mistakes or without
     */
    static void report(Collection<Declared<?>> resources, Collection<ResourceId> named, Consumer<Finding> findings) {
        resources.forEach(it -> report(it, named, findings));
    }

    private static <S> void report(Declared<S> resource, Collection<ResourceId> named, Consumer<Finding> findings) {
        resource.kind().mentions(resource.id(), resource.state()).forEach((path, meant) -> {
            if (!named.contains(meant)) {
                look(resource, path, meant, named, findings);
            }
        });
    }

    private static void look(
            Declared<?> resource,
            String path,
            ResourceId meant,
            Collection<ResourceId> named,
            Consumer<Finding> findings) {
        List<String> names = named.stream()
                .filter(it -> it.kind().equals(meant.kind()))
                .map(ResourceId::name)
                .toList();
        String noun = meant.kind().segment();
        Location at = resource.origin().of(path);
        Finding slip = Finding.of(
                        REFERENCE, at, YamlPath.of(resource) + "." + path, "no " + noun + " of this name is declared")
                .found(meant.name())
                .oneOf(names, meant.name());
        if (slip.suggestion().isPresent()) {
            findings.accept(slip.allowed(
                    String.join(", ", names) + ", or the ARN of a " + noun + " outside of this environment"));
        }
    }
}
