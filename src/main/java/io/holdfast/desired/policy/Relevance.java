package io.holdfast.desired.policy;

import static io.holdfast.desired.finding.Code.REFERENCE;

import io.holdfast.desired.finding.Finding;
import io.holdfast.model.Declared;
import io.holdfast.model.Location;
import io.holdfast.model.ResourceId;
import io.holdfast.model.policy.IgnoreRule;
import io.holdfast.model.policy.Lineage;
import io.holdfast.model.policy.ModeRule;
import io.holdfast.model.policy.Policy;
import io.holdfast.model.policy.Selector;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** Rules that are about nothing: an author who misspelt one would rely on it. */
public final class Relevance {
    private final List<Declared<?>> resources;
    private final Collection<ResourceId> named;
    private final Consumer<Finding> findings;

    private Relevance(List<Declared<?>> resources, Collection<ResourceId> named, Consumer<Finding> findings) {
        this.resources = resources;
        this.named = named;
        this.findings = findings;
    }

    /**
     * Tells every rule that covers none of the declared resources, or none of their fields.
     *
     * @param resources those without a mistake in them
     * @param named all, with mistakes or without
     */
    public static void check(
            Policy policy, List<Declared<?>> resources, Collection<ResourceId> named, Consumer<Finding> findings) {
        Relevance relevance = new Relevance(resources, named, findings);
        List<ModeRule> modes = policy.modes();
        List<IgnoreRule> ignores = policy.ignores();
        for (int i = 0; i < modes.size(); i++) {
            relevance.check(modes.get(i).of(), modes.get(i).at(), "spec.modes[" + i + "]");
        }
        for (int i = 0; i < ignores.size(); i++) {
            relevance.check(ignores.get(i).of(), ignores.get(i).at(), "spec.ignore[" + i + "]");
        }
    }

    private void check(Selector of, Location at, String path) {
        List<Declared<?>> covered =
                resources.stream().filter(it -> of.covers(it.terms().lineage())).toList();
        boolean unsure = named.stream().anyMatch(it -> !isSound(it) && of.covers(Lineage.of(it)));
        if (covered.isEmpty() && !unsure) {
            String written = of.kind() + "/" + of.name();
            findings.accept(Finding.of(REFERENCE, at, path + ".of", "a rule about nothing that is declared")
                    .found(written)
                    .oneOf(names(), written));
        } else if (!unsure) {
            of.field().ifPresent(field -> check(of, field, covered, at, path));
        }
    }

    /** A field's rule is for the resource itself, and not for what is declared inside of it. */
    private void check(Selector of, String field, List<Declared<?>> covered, Location at, String path) {
        List<String> paths = covered.stream()
                .filter(it -> of.covers(Lineage.of(it.id())))
                .flatMap(it -> it.kind().fields().paths().stream())
                .distinct()
                .toList();
        if (paths.stream().noneMatch(it -> Selector.mayMean(field, it))) {
            Finding slip = Finding.of(REFERENCE, at, path + ".field", "a rule about a field that is not there")
                    .found(field)
                    .oneOf(paths, field);
            findings.accept(slip.suggestion().isPresent() ? slip : slip.oneOf(firstWords(paths), field));
        }
    }

    private static List<String> firstWords(List<String> paths) {
        return paths.stream().map(it -> it.split("\\.", 2)[0]).distinct().toList();
    }

    private boolean isSound(ResourceId id) {
        return resources.stream().anyMatch(it -> it.id().equals(id));
    }

    private List<String> names() {
        return named.stream().map(it -> it.kind().segment() + "/" + it.name()).toList();
    }
}
