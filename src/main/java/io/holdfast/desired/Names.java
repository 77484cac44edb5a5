package io.holdfast.desired;

import static io.holdfast.desired.finding.Code.REFERENCE;
import static io.holdfast.desired.finding.Code.SEMANTIC;

import io.holdfast.desired.Claim.Claimant;
import io.holdfast.desired.finding.Finding;
import io.holdfast.desired.slot.Spec;
import io.holdfast.model.AwsTarget;
import io.holdfast.model.Declared;
import io.holdfast.model.Location;
import io.holdfast.model.Problem;
import io.holdfast.model.Reference;
import io.holdfast.model.References;
import io.holdfast.model.Resolution;
import io.holdfast.model.ResourceId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** What the resources of one environment are called in AWS, and what their kinds object to, from the YAML alone. */
final class Names {
    private final Map<ResourceId, Reference> known = new HashMap<>();
    private final Map<ResourceId, Declared<?>> declared = new HashMap<>();
    private final List<Declared<?>> ordered;
    private final List<Declared<?>> sound;

    /**
     * Finds all names. What has a mistake in it is known by its logical name, so that nobody who refers to it gets a
     * finding as well; so is what needs such a thing, whose AWS name may follow from the other's. It takes two rounds: a
     * name may follow from one that comes later in the order.
     *
     * @param ordered the resources without mistakes, what others need first
     */
    Names(Spec spec, List<Declared<?>> ordered) {
        this.ordered = ordered;
        this.sound = sound(spec, ordered);
        ordered.forEach(resource -> declared.put(resource.id(), resource));
        spec.named().forEach(id -> learn(id, id.name()));
        sound.forEach(resource -> learn(resource.id(), key(resource)));
        sound.forEach(resource -> learn(resource.id(), key(resource)));
    }

    /** Those that need nothing with a mistake in it, directly or through others. */
    private static List<Declared<?>> sound(Spec spec, List<Declared<?>> ordered) {
        Set<ResourceId> unsound = new TreeSet<>(spec.named());
        List<Declared<?>> sound = new ArrayList<>();
        ordered.forEach(resource -> unsound.remove(resource.id()));
        for (Declared<?> resource : ordered) {
            if (Collections.disjoint(unsound, needs(resource))) {
                sound.add(resource);
            } else {
                unsound.add(resource.id());
            }
        }
        return sound;
    }

    private static <S> Set<ResourceId> needs(Declared<S> resource) {
        return resource.kind().needs(resource.id(), resource.state());
    }

    private void learn(ResourceId id, String key) {
        known.put(id, new Reference(key, Optional.empty()));
    }

    private String key(Declared<?> resource) {
        return Resolution.of(resource, references()).key();
    }

    private References references() {
        return new References() {
            @Override
            public Optional<Reference> find(ResourceId id) {
                return Optional.ofNullable(known.get(id));
            }

            @Override
            public SortedMap<String, Object> declared(ResourceId id) {
                return Optional.ofNullable(declared.get(id)).map(Names::values).orElseGet(Collections::emptySortedMap);
            }
        };
    }

    private static <S> SortedMap<String, Object> values(Declared<S> resource) {
        return resource.kind().fields().values(resource.state());
    }

    /** The live resources that are asked for; two claims to one are told. */
    Map<Claim, Claimant> claims(AwsTarget aws, Consumer<Finding> findings) {
        Map<Claim, Claimant> claims = new LinkedHashMap<>();
        for (Declared<?> resource : sound) {
            String key = known.get(resource.id()).key();
            Claim claim = new Claim(aws.account(), aws.region(), resource.kind().name(), key);
            Claimant claimant = new Claimant(resource.id(), resource.origin().at(), YamlPath.of(resource));
            Optional.ofNullable(claims.putIfAbsent(claim, claimant))
                    .ifPresent(first -> findings.accept(claimant.collidesWith(first, claim)));
        }
        return claims;
    }

    /** Asks each kind what it thinks of its declarations. */
    void check(Consumer<Finding> findings) {
        ordered.forEach(resource -> check(resource, findings));
    }

    private <S> void check(Declared<S> resource, Consumer<Finding> findings) {
        for (Problem problem : resource.kind().check(resource.id(), resource.state(), references())) {
            Location at = resource.origin().of(problem.path());
            String path = YamlPath.of(resource);
            String field = problem.path().isEmpty() ? path : path + "." + problem.path();
            Finding finding = Finding.of(problem.isReference() ? REFERENCE : SEMANTIC, at, field, problem.message());
            findings.accept(problem.allowed().isEmpty() ? finding : finding.allowed(problem.allowed()));
        }
    }
}
