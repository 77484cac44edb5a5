package io.holdfast.desired.policy;

import static io.holdfast.desired.finding.Code.REFERENCE;

import io.holdfast.desired.finding.Finding;
import io.holdfast.model.Declared;
import io.holdfast.model.Location;
import io.holdfast.model.policy.IgnoreRule;
import io.holdfast.model.policy.ModeRule;
import io.holdfast.model.policy.Policy;
import io.holdfast.model.policy.Selector;
import java.util.List;
import java.util.function.Consumer;

/** Rules that are about nothing: an author who misspelt one would rely on it. */
public final class Relevance {
    private Relevance() {}

    /** Tells every rule that covers none of the declared resources. */
    public static void check(Policy policy, List<Declared<?>> resources, Consumer<Finding> findings) {
        for (ModeRule rule : policy.modes()) {
            check(rule.of(), rule.at(), "spec.modes", resources, findings);
        }
        for (IgnoreRule rule : policy.ignores()) {
            check(rule.of(), rule.at(), "spec.ignore", resources, findings);
        }
    }

    private static void check(
            Selector of, Location at, String path, List<Declared<?>> resources, Consumer<Finding> findings) {
        if (resources.stream().noneMatch(it -> of.covers(it.terms().lineage()))) {
            List<String> names = resources.stream()
                    .map(it -> it.id().kind().segment() + "/" + it.id().name())
                    .toList();
            String written = of.kind() + "/" + of.name();
            findings.accept(Finding.of(REFERENCE, at, path, "a rule about nothing that is declared")
                    .found(written)
                    .oneOf(names, written));
        }
    }
}
