package io.holdfast.desired;

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
import io.holdfast.model.ResourceId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What the resources of one environment are called in AWS, and what their kinds object to, from the YAML alone. */
final class Resolution {
    private final AwsTarget aws;
    private final Map<ResourceId, Reference> names = new HashMap<>();
    private final Map<Claim, Claimant> claims = new LinkedHashMap<>();
    private final Consumer<Finding> findings;

    private Resolution(AwsTarget aws, Consumer<Finding> findings) {
        this.aws = aws;
        this.findings = findings;
    }

    /**
     * Claims in the order of the resources.
     *
     * @param spec all that is declared; what has a mistake in it is known by its logical name, so that nobody who
     *     refers to it gets a finding as well
     * @param ordered its resources, what others need first
     */
    static Map<Claim, Claimant> of(AwsTarget aws, Spec spec, List<Declared<?>> ordered, Consumer<Finding> findings) {
        Resolution resolution = new Resolution(aws, findings);
        spec.named().forEach(id -> resolution.names.put(id, new Reference(id.name(), Optional.empty())));
        ordered.forEach(resolution::claim);
        ordered.forEach(resolution::check);
        return resolution.claims;
    }

    private References references() {
        return id -> Optional.ofNullable(names.get(id));
    }

    private <S> void claim(Declared<S> resource) {
        S resolved = resource.kind().resolve(resource.id(), resource.state(), references());
        String key = resource.kind().key(resolved);
        names.put(resource.id(), new Reference(key, Optional.empty()));
        Claim claim = new Claim(aws.account(), aws.region(), resource.kind().name(), key);
        Claimant claimant = new Claimant(resource.id(), resource.origin().at(), YamlPath.of(resource));
        Claimant first = claims.putIfAbsent(claim, claimant);
        if (first != null) {
            findings.accept(claimant.collidesWith(first, claim));
        }
    }

    private <S> void check(Declared<S> resource) {
        for (Problem problem : resource.kind().check(resource.id(), resource.state(), references())) {
            Location at = resource.origin().of(problem.path());
            String path = YamlPath.of(resource);
            String field = problem.path().isEmpty() ? path : path + "." + problem.path();
            Finding finding = Finding.of(SEMANTIC, at, field, problem.message());
            findings.accept(problem.allowed().isEmpty() ? finding : finding.allowed(problem.allowed()));
        }
    }
}
