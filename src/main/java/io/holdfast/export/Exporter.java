package io.holdfast.export;

import static java.util.Objects.requireNonNull;

import io.holdfast.desired.EnvironmentWriter;
import io.holdfast.desired.finding.Finding;
import io.holdfast.model.AwsTarget;
import io.holdfast.model.Caller;
import io.holdfast.model.Cloud;
import io.holdfast.model.Declared;
import io.holdfast.model.DesiredState;
import io.holdfast.model.Kind;
import io.holdfast.model.Mode;
import io.holdfast.model.ResourceId;
import io.holdfast.model.Revision;
import io.holdfast.model.Scope;
import io.holdfast.model.policy.Policy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns live AWS into the YAML of an environment that loads, can be read, and differs from live in nothing. */
public final class Exporter {
    private final List<Kind<?>> kinds;
    private final EnvironmentWriter writer;
    private final Proof proof;
    private final Marked marked;
    private final Clock clock;

    /**
     * An exporter for a set of kinds.
     *
     * @param schema where editors find the schema of the format
     * @param marked reads what tags say
     */
    public Exporter(Collection<? extends Kind<?>> kinds, String schema, Marked marked, Clock clock) {
        this.kinds = List.copyOf(kinds);
        this.writer = new EnvironmentWriter(kinds, schema);
        this.proof = new Proof(kinds);
        this.marked = requireNonNull(marked, "marked");
        this.clock = requireNonNull(clock, "clock");
    }

    /** What there is in a part of an account, as a new environment that is only observed and takes over what is nobody's. */
    public Exported found(String environment, AwsTarget aws, Scope scope, Cloud cloud) {
        return found(environment, aws, scope, cloud, false);
    }

    /**
     * The same.
     *
     * @param discreet whether what belongs to others is only counted
     */
    public Exported found(String environment, AwsTarget aws, Scope scope, Cloud cloud, boolean discreet) {
        Caller caller = cloud.caller();
        if (caller.account().filter(it -> !it.equals(aws.account())).isPresent()) {
            return Exported.refused(
                    "these credentials belong to account " + caller.account().orElseThrow() + ", not " + aws.account());
        }
        Notes notes = new Notes(discreet);
        caller.trouble().ifPresent(it -> notes.notSeen("whose credentials these are: " + it));
        try (Cloud.Look look = cloud.look()) {
            Survey survey = Survey.of(kinds, scope, look.handlers(), notes);
            List<Item<?>> items = new Naming(environment, kinds, marked).of(survey);
            return notes.with(written(environment, aws, items, look, notes));
        }
    }

    /** Every round of objections takes at least a part of a resource away, so that this ends. */
    private String written(String environment, AwsTarget aws, List<Item<?>> items, Cloud.Look look, Notes notes) {
        List<Seen<?>> seen = new Sight(look.handlers(), notes).of(items);
        Drafting drafting = new Drafting(seen, notes, clock);
        Map<ResourceId, Draft<?>> drafts = new LinkedHashMap<>();
        seen.forEach(
                it -> drafting.of(it).ifPresent(draft -> drafts.put(it.item().id(), draft)));
        while (!drafts.isEmpty()) {
            String yaml = writer.write(state(environment, aws, drafts.values()));
            List<Finding> findings = proof.findings(environment, yaml);
            if (findings.isEmpty()) {
                return Comments.atTop(yaml, notes.left(), notes.notSeen());
            }
            new Objections(drafts, notes).heed(findings);
        }
        return "";
    }

    private static DesiredState state(String environment, AwsTarget aws, Collection<Draft<?>> drafts) {
        List<Declared<?>> resources = new ArrayList<>();
        drafts.forEach(it -> resources.add(it.declared()));
        return new DesiredState(
                environment,
                aws,
                Policy.of(Mode.OBSERVE),
                "environments/" + environment + ".yaml",
                Revision.of("exported"),
                false,
                resources);
    }
}
