package io.holdfast.drift;

import io.holdfast.model.Cause;
import io.holdfast.model.Cell;
import io.holdfast.model.Declared;
import io.holdfast.model.Difference;
import io.holdfast.model.Digest;
import io.holdfast.model.Excuse;
import io.holdfast.model.Excuse.Reason;
import io.holdfast.model.FieldDrift;
import io.holdfast.model.FieldTable;
import io.holdfast.model.FirstLook;
import io.holdfast.model.Impact;
import io.holdfast.model.Observed.Present;
import io.holdfast.model.Remembered;
import io.holdfast.model.ResourceDrift;
import io.holdfast.model.Suppressed;
import io.holdfast.model.Timetable;
import io.holdfast.model.policy.IgnoreRule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells, field by field, plain drift from what AWS, a schedule or another controller is rightly doing. */
final class Judgement<S> {
    /** A scheduled action fires up to this late, and becomes visible (AWS-SEMANTICS section 4). */
    private static final Duration SCHEDULE_TOLERANCE = Duration.ofMinutes(2);

    private final Declared<S> declared;
    private final OwnChange ownChange;
    private final Remembered memory;
    private final List<Timetable> timetables;
    private final Rules rules;
    private final Instant now;
    private final Causes causes;
    private final List<Cell> compared;
    private final List<Excuse> excuses;
    private final List<FieldDrift> fields = new ArrayList<>();
    private final List<Suppressed> suppressed = new ArrayList<>();
    private final Set<String> open = new HashSet<>();

    Judgement(
            Declared<S> declared,
            String digest,
            Present<S> present,
            Remembered memory,
            List<Timetable> timetables,
            Map<String, ResourceDrift> followed,
            Rules rules,
            Instant now) {
        this.declared = declared;
        this.memory = memory;
        this.timetables = timetables;
        this.rules = rules;
        this.now = now;
        this.ownChange = new OwnChange(memory, digest, now);
        this.causes = new Causes(
                memory, values(declared, present), declared.kind().fields().owned(declared.state()));
        this.excuses = excuses(present);
        this.compared = declared.kind().fields().cells(declared.state(), Optional.of(present.state())).stream()
                .filter(cell -> !followed.containsKey(cell.path()))
                .toList();
        followed.forEach(this::follow);
        compared.forEach(cell -> judge(cell, present));
    }

    private static <S> FirstLook values(Declared<S> declared, Present<S> present) {
        FieldTable<S> fields = declared.kind().fields();
        return FirstLook.of(fields.values(declared.state()), fields.values(present.state()));
    }

    List<FieldDrift> fields() {
        return fields;
    }

    List<Suppressed> suppressed() {
        return suppressed;
    }

    /** Whether desired and live agree on a field, so that what is asked for counts as applied. */
    boolean isAgreed(String path) {
        return !differs(path) && suppressed.stream().noneMatch(it -> covers(it.path(), path));
    }

    /** Whether a difference, by its short name, is one of those that live shows. */
    boolean isOpen(String difference) {
        return open.contains(difference);
    }

    /** The fields that are held against each other, explained away or not. */
    List<Cell> compared() {
        return compared;
    }

    Causes causes() {
        return causes;
    }

    boolean differs(String path) {
        return fields.stream().anyMatch(it -> covers(it.path(), path));
    }

    private List<Excuse> excuses(Present<S> present) {
        List<Excuse> all = new ArrayList<>(present.facts().excuses());
        all.addAll(declared.kind().excuses(declared.state(), present.state(), now));
        return all;
    }

    private void follow(String path, ResourceDrift other) {
        if (!other.differs()) {
            return;
        }
        Difference difference = new Difference(
                path,
                Optional.of("content of " + other.id()),
                Optional.of(other.facts().map(it -> (Object) it.arn()).orElse("not there")),
                other.impact().orElse(Impact.ROLLOUT),
                declared.kind().fields().call(path),
                Digest.of(path + "\n" + other.fingerprint()));
        told(difference, Optional.empty(), causeOf(other), ownChange.rejected().or(() -> ownChange.awaited(path)));
    }

    /** What only counts as no drift was moved by somebody all the same. */
    private static Cause causeOf(ResourceDrift other) {
        return other.cause()
                .or(() -> other.fields().stream().map(FieldDrift::cause).findFirst())
                .orElse(Cause.FIRST_OBSERVATION);
    }

    private void judge(Cell cell, Present<S> present) {
        Cell asked = scheduled(cell);
        Optional<Excuse> excuse = excuseFor(cell.path());
        if (excuse.filter(it -> it.reason() == Reason.DELEGATED).isPresent()) {
            suppress(cell, excuse.orElseThrow());
        } else if (isHeldBySchedule(cell, asked)) {
            judgeScheduled(asked);
        } else if (excuse.filter(it -> it.reason().isTransition()).isPresent()) {
            judgeTransition(cell, excuse.orElseThrow());
        } else if (!cell.isMet()) {
            judgeDifference(cell, present, excuse);
        }
    }

    private Cell scheduled(Cell cell) {
        return timetable(cell)
                .map(it -> it.values().get(cell.path()))
                .map(cell::asking)
                .orElse(cell);
    }

    private Optional<Timetable> timetable(Cell cell) {
        return timetables.stream()
                .filter(it -> it.values().containsKey(cell.path()))
                .findFirst();
    }

    private boolean isHeldBySchedule(Cell cell, Cell asked) {
        boolean asDeclaredIsRightToo =
                timetable(cell).filter(it -> !it.certain()).isPresent() && cell.isMet();
        return !cell.desired().equals(asked.desired()) && !asDeclaredIsRightToo;
    }

    private void judgeScheduled(Cell asked) {
        Timetable inForce = timetable(asked).orElseThrow();
        Excuse excuse =
                new Excuse(asked.path(), Reason.AS_SCHEDULED, inForce.reason(), Optional.empty(), Optional.empty());
        boolean mayBeLate = now.isBefore(inForce.since().plus(SCHEDULE_TOLERANCE));
        if (asked.isMet() || mayBeLate) {
            suppress(asked, excuse);
        } else {
            drifted(asked, Optional.of(excuse));
        }
    }

    private void judgeTransition(Cell cell, Excuse excuse) {
        boolean willBeMet = excuse.value().map(cell::isMetBy).orElse(true);
        if (willBeMet) {
            suppress(cell, excuse);
        } else {
            drifted(excuse.value().map(cell::becoming).orElse(cell), Optional.empty());
        }
    }

    private void judgeDifference(Cell cell, Present<S> present, Optional<Excuse> excuse) {
        open.add(cell.difference().digest());
        Optional<Excuse> underway = ownChange
                .underway(cell.path(), present.facts())
                .or(() -> ownChange.settling(cell.difference(), causes.of(cell)));
        if (underway.isPresent()) {
            suppress(cell, underway.orElseThrow());
        } else {
            drifted(
                    cell,
                    ownChange
                            .rejected()
                            .or(() -> excuse.filter(it -> it.reason().holds()))
                            .or(() -> ownChange.awaited(cell.path())));
        }
    }

    private void drifted(Cell cell, Optional<Excuse> hold) {
        told(cell.difference(), causes.lastApplied(cell), causes.of(cell), hold);
    }

    /** A difference, unless a rule of the YAML says to live with it. */
    private void told(Difference difference, Optional<Object> lastApplied, Cause cause, Optional<Excuse> hold) {
        String path = difference.path();
        open.add(difference.digest());
        Optional<IgnoreRule> ignored = rules.ignored(declared.terms().lineage(), path, now);
        if (ignored.filter(it -> !it.alarm() && !it.enforce()).isPresent()) {
            suppressed.add(new Suppressed(
                    declared.id(), path, Reason.IGNORED, ignored.orElseThrow().sentence()));
            return;
        }
        Optional<Excuse> livedWith =
                ignored.filter(it -> !it.enforce()).map(it -> excuse(path, Reason.IGNORED, it.sentence()));
        Optional<Excuse> contended = cause == Cause.LIVE_DRIFT
                ? rules.contended(memory.turnedBack(), path, now).map(it -> excuse(path, Reason.CONTENDED, it))
                : Optional.empty();
        fields.add(new FieldDrift(
                difference,
                lastApplied,
                cause,
                since(path),
                declared.origin().of(path),
                hold.or(() -> livedWith).or(() -> contended).or(() -> ownChange.notShown(difference, cause)),
                ignored.filter(it -> !it.alarm()).isPresent()));
    }

    private static Excuse excuse(String path, Reason reason, String sentence) {
        return new Excuse(path, reason, sentence, Optional.empty(), Optional.empty());
    }

    private void suppress(Cell cell, Excuse excuse) {
        suppressed.add(new Suppressed(declared.id(), cell.path(), excuse.reason(), excuse.sentence()));
    }

    private Optional<Excuse> excuseFor(String path) {
        return excuses.stream().filter(it -> covers(it.path(), path)).findFirst();
    }

    private Instant since(String path) {
        return memory.since().getOrDefault(path, now);
    }

    private static boolean covers(String outer, String path) {
        return path.equals(outer) || path.startsWith(outer + ".");
    }
}
