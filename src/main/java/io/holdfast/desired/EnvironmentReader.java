package io.holdfast.desired;

import static io.holdfast.desired.finding.Code.SEMANTIC;

import io.holdfast.desired.Claim.Claimant;
import io.holdfast.desired.bind.Quotation;
import io.holdfast.desired.extend.Extension;
import io.holdfast.desired.finding.Finding;
import io.holdfast.desired.policy.Relevance;
import io.holdfast.desired.slot.Spec;
import io.holdfast.desired.slot.SpecReader;
import io.holdfast.desired.yaml.Node.Mapping;
import io.holdfast.model.Declared;
import io.holdfast.model.DesiredState;
import io.holdfast.model.Kind;
import io.holdfast.model.Location;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Reads one environment: its files become a desired state, or all that is wrong with them. */
final class EnvironmentReader {
    private final SpecReader specs;

    EnvironmentReader(Collection<? extends Kind<?>> kinds) {
        this.specs = new SpecReader(kinds);
    }

    Reading read(Draft draft) {
        List<Finding> findings = new ArrayList<>(draft.findings());
        Extension extension = new Extension(draft.files(), findings::add);
        try {
            return extension
                    .tree(draft.parts())
                    .map(tree -> read(draft, tree, extension, findings))
                    .orElseGet(() -> nothing(findings));
        } catch (RuntimeException | StackOverflowError broken) {
            // Ours, or a kind's, and no reason to stop the other environments: whoever reads this one's findings
            // hears of it, and it stays on its last good state.
            findings.add(Finding.of(
                    SEMANTIC, new Location(draft.path(), 1, 1), "", "Holdfast failed to read this: " + broken));
            return nothing(findings);
        }
    }

    private static Reading nothing(List<Finding> findings) {
        return new Reading(Optional.empty(), Optional.empty(), findings, Map.of());
    }

    private Reading read(Draft draft, Mapping tree, Extension extension, List<Finding> findings) {
        PlainSecrets.report(tree, findings::add);
        Optional<Header> header = Header.read(tree, draft.environment(), specs.sections(), findings::add);
        Spec spec = spec(draft, tree, findings::add);
        if (spec.named().isEmpty() && findings.isEmpty()) {
            findings.add(empty(tree));
        }
        List<Declared<?>> ordered = NeedsOrder.of(spec.resources(), findings::add);
        Names names = new Names(spec, ordered);
        names.check(it -> findings.add(Quotation.in(tree, it)));
        Misspelling.report(ordered, spec.named(), findings::add);
        header.ifPresent(it -> Whereabouts.report(tree, it.aws(), findings::add));
        header.ifPresent(it -> Relevance.check(it.policy(), ordered, spec.named(), findings::add));
        Map<Claim, Claimant> claims =
                header.map(it -> names.claims(it.aws(), findings::add)).orElse(Map.of());
        if (header.isEmpty() || !findings.isEmpty()) {
            return new Reading(Optional.empty(), Optional.empty(), findings, claims);
        }
        Sources sources = draft.sources(extension.used());
        DesiredState desired = new DesiredState(
                draft.environment(),
                header.get().aws(),
                header.get().policy(),
                draft.path(),
                sources.revision(),
                false,
                ordered);
        return new Reading(Optional.of(desired), Optional.of(sources), findings, claims);
    }

    private Spec spec(Draft draft, Mapping tree, Consumer<Finding> findings) {
        return Optional.ofNullable(tree.entries().get("spec"))
                .map(entry -> specs.read(draft.environment(), entry, findings))
                .orElseGet(() -> new Spec(List.of(), new TreeSet<>()));
    }

    private Finding empty(Mapping tree) {
        Location at = tree.entries().get("spec").key().at();
        return Finding.of(SEMANTIC, at, "spec", "nothing is declared; an empty desired state is not a wish to delete")
                .allowed(String.join(", ", specs.sections()));
    }
}
