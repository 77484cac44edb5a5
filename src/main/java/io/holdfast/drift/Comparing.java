package io.holdfast.drift;

import io.holdfast.model.Cause;
import io.holdfast.model.Declared;
import io.holdfast.model.Digest;
import io.holdfast.model.Fault;
import io.holdfast.model.FieldDrift;
import io.holdfast.model.Health;
import io.holdfast.model.Observed;
import io.holdfast.model.Observed.Present;
import io.holdfast.model.Remembered;
import io.holdfast.model.Resolution;
import io.holdfast.model.ResourceDrift;
import io.holdfast.model.ResourceId;
import io.holdfast.model.Suppressed;
import io.holdfast.model.Sync;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** One resource, desired against live. */
final class Comparing<S> {
    private final Resolution<S> resolution;
    private final Declared<S> declared;
    private final Observed<S> observed;
    private final Remembered before;
    private final Timetables timetables;
    private final Map<ResourceId, ResourceDrift> earlier;
    private final Rules rules;
    private final Instant now;

    Comparing(
            Resolution<S> resolution,
            Observed<S> observed,
            Remembered before,
            Timetables timetables,
            Map<ResourceId, ResourceDrift> earlier,
            Rules rules,
            Instant now) {
        this.resolution = resolution;
        this.declared = resolution.declared();
        this.observed = observed;
        this.before = before;
        this.timetables = timetables;
        this.earlier = earlier;
        this.rules = rules;
        this.now = now;
    }

    ResourceDrift drift() {
        if (observed instanceof Present<S> present) {
            return compared(present);
        }
        return observed.isAbsent() ? missing() : unseen();
    }

    private ResourceDrift unseen() {
        String why = observed.trouble().map(Fault::toString).orElse("");
        return result(
                Sync.UNKNOWN,
                Health.of(Health.Status.UNKNOWN, "could not look: " + why),
                Optional.empty(),
                List.of(),
                List.of(),
                Recollection.ofUnseen(before, declared.terms()));
    }

    private ResourceDrift missing() {
        Remembered after = Recollection.ofMissing(before, declared.terms(), now);
        Health health = before.intent().isPresent()
                ? Health.of(Health.Status.PROGRESSING, "a create was begun and is not visible yet")
                : Health.of(Health.Status.MISSING, "declared, and not there");
        return result(Sync.OUT_OF_SYNC, health, Optional.of(Cause.MISSING), List.of(), List.of(), after);
    }

    private ResourceDrift compared(Present<S> present) {
        Remembered verified = Verification.of(declared, digest(), present, behind(), before, now);
        Judgement<S> judgement = new Judgement<>(
                declared, digest(), present, verified, timetables.of(declared.id()), followed(), rules, now);
        List<FieldDrift> fields = judgement.fields();
        Remembered after = Recollection.ofPresent(declared, present, verified, judgement, now);
        return result(
                fields.stream().allMatch(FieldDrift::quiet) ? Sync.SYNCED : Sync.OUT_OF_SYNC,
                health(present, after),
                cause(fields),
                fields,
                judgement.suppressed(),
                after);
    }

    private Set<String> behind() {
        Map<String, ResourceDrift> followed = followed();
        followed.values().removeIf(it -> !it.differs());
        return followed.keySet();
    }

    private Map<String, ResourceDrift> followed() {
        Map<String, ResourceDrift> followed = new TreeMap<>();
        declared.kind().follows(declared.id(), declared.state()).forEach((path, id) -> {
            if (earlier.containsKey(id)) {
                followed.put(path, earlier.get(id));
            }
        });
        return followed;
    }

    /**
     * What the YAML asks for, and what it asks of those this one follows: either moving makes it another wish. What a
     * reference points at is left out, because that moves by itself.
     */
    private String digest() {
        StringBuilder text = new StringBuilder(declared.kind().fields().digest(resolution.asWritten()));
        followed().values().forEach(it -> text.append('\n').append(it.digest()));
        return followed().isEmpty() ? text.toString() : Digest.of(text.toString());
    }

    private static Optional<Cause> cause(List<FieldDrift> fields) {
        return fields.stream().filter(it -> !it.quiet()).map(FieldDrift::cause).reduce(Cause::and);
    }

    private Health health(Present<S> present, Remembered after) {
        boolean overdue = after.expectation().filter(it -> it.isOverdue(now)).isPresent();
        if (overdue) {
            return Health.of(Health.Status.DEGRADED, "a change AWS accepted has not finished by its deadline");
        }
        boolean undone =
                after.rejection().filter(it -> it.digest().equals(digest())).isPresent();
        return undone
                ? Health.of(
                        Health.Status.DEGRADED, after.rejection().orElseThrow().sentence())
                : present.facts().health();
    }

    private ResourceDrift result(
            Sync sync,
            Health health,
            Optional<Cause> cause,
            List<FieldDrift> fields,
            List<Suppressed> suppressed,
            Remembered after) {
        return new ResourceDrift(
                declared,
                resolution.key(),
                observed,
                sync,
                health,
                cause,
                Optional.ofNullable(after.since().get("")),
                fields,
                suppressed,
                digest(),
                after);
    }
}
