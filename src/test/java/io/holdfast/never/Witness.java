package io.holdfast.never;

import io.holdfast.model.Change.Action;
import io.holdfast.model.Declared;
import io.holdfast.model.DesiredState;
import io.holdfast.model.Mode;
import io.holdfast.model.Ownership;
import io.holdfast.model.ResourceId;
import io.holdfast.model.Rollout;
import io.holdfast.model.Step;
import io.holdfast.model.Sync;
import io.holdfast.never.Ground.Real;
import io.holdfast.never.Ground.Repaint;
import io.holdfast.report.EnvironmentStatus;
import io.holdfast.report.Operation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** Sees every write, knows what is really there and what people really said, and complains. */
final class Witness {
    /** AWS may show what was before for two minutes after it has taken a change. */
    private static final Duration SETTLING = Duration.ofMinutes(2);

    /** What a person said: of which commit, of which resources as they were, until when. */
    record Word(
            String commit,
            boolean approved,
            String actor,
            Map<String, Integer> incarnations,
            List<String> named,
            Instant expiresAt) {}

    /** What one look has seen. */
    static final class Sight {
        private boolean complete = true;

        void fails() {
            complete = false;
        }

        boolean isComplete() {
            return complete;
        }
    }

    private final Map<Action, Long> writes = new EnumMap<>(Action.class);
    private final List<Word> words = new ArrayList<>();
    private final Map<String, Instant> undeclaredSince = new HashMap<>();
    private final Map<String, Boolean> lastProtected = new HashMap<>();
    private DesiredState desired;
    private Instant now = Instant.EPOCH;
    private String account = "123456789012";
    private String accountOfTheLook = "";
    private final Map<String, Integer> completeLooks = new HashMap<>();
    private final Map<String, Thing> takenBack = new HashMap<>();
    private final Map<String, String> followed = new HashMap<>();
    private final Map<String, Instant> lastTried = new HashMap<>();
    private BooleanSupplier paused = () -> false;
    private boolean complete;
    private Set<String> otherwise = Set.of();
    private boolean frozen;
    private boolean isAsked;
    private long synced;
    private long verified;
    private long undone;

    /** How often what was judged: the writes, and what was told of rest and motion. */
    Map<String, Long> judged() {
        Map<String, Long> judged = new TreeMap<>(Map.of("in sync", synced, "underway", verified, "undone", undone));
        writes.forEach((action, count) -> judged.put(action.word(), count));
        return judged;
    }

    void sees(DesiredState inForce, Instant time, BooleanSupplier isPaused, boolean isFrozen, boolean byPerson) {
        desired = inForce;
        complete = false;
        now = time;
        accountOfTheLook = account;
        paused = isPaused;
        frozen = isFrozen;
        isAsked = byPerson;
        takenBack.entrySet().removeIf(it -> byPerson || !isWished(it.getKey(), it.getValue()));
        followed.keySet().removeIf(it -> !isDeclared(it));
    }

    /** What is declared no longer may be forgotten, with what was awaited of it. */
    private boolean isDeclared(String place) {
        return desired.resources().stream().anyMatch(it -> place.equals(placeOf(it)));
    }

    private boolean isWished(String place, Thing wish) {
        return desired.resources().stream().anyMatch(it -> place.equals(placeOf(it)) && wish.equals(it.state()));
    }

    /** AWS tells of a thing, and of the change that it was asked about. */
    void tells(String place, Real found, Optional<Repaint> change) {
        boolean isUndone =
                change.filter(it -> it.status() == Rollout.Status.ROLLED_BACK).isPresent();
        if (isUndone && !isAsked) {
            undone++;
            takenBack.put(place, change.orElseThrow().wish());
        }
        Optional.ofNullable(takenBack.get(place))
                .filter(it -> it.colour().equals(found.thing().colour()))
                .ifPresent(agreed -> takenBack.remove(place));
    }

    /** The answer to a change of colour has come: it takes its time. */
    void hears(String place, String token) {
        followed.put(place, token);
    }

    /** The look on which a plan will rest is over. */
    void looked(boolean isComplete, Map<String, Real> real) {
        complete = isComplete;
        otherwise = desired.resources().stream()
                .filter(it -> !isAsDeclared(it, Optional.ofNullable(real.get(placeOf(it)))))
                .map(Witness::placeOf)
                .filter(it ->
                        !now.isBefore(lastTried.getOrDefault(it, Instant.MIN).plus(SETTLING)))
                .collect(Collectors.toCollection(TreeSet::new));
        if (isComplete) {
            undeclaredSince.keySet().forEach(it -> completeLooks.merge(it, 1, Integer::sum));
        }
    }

    /** What somebody else moves is right wherever it is, and what is underway has not come to be yet. */
    private static boolean isAsDeclared(Declared<?> declared, Optional<Real> real) {
        Thing wish = (Thing) declared.state();
        return real.filter(it -> it.isMoving()
                        || (isMet(wish.colour(), it.thing().colour())
                                && isMet(wish.make(), it.thing().make())
                                && (it.tuned() || isMet(wish.size(), it.thing().size()))))
                .isPresent();
    }

    private static boolean isMet(Optional<?> wish, Optional<?> live) {
        return wish.isEmpty() || wish.equals(live);
    }

    /** What the pass has told people in its end. */
    void reads(EnvironmentStatus status, Map<String, Real> real) {
        if (status.sync() == Sync.SYNCED) {
            synced++;
            must(complete, "in sync though not everything was seen");
            must(
                    accountOfTheLook.equals(desired.aws().account())
                            || desired.resources().isEmpty(),
                    "in sync though it was another account");
            must(otherwise.isEmpty(), "in sync though it is otherwise: " + otherwise);
        }
        boolean isAtRest = !Set.of(Operation.APPLYING, Operation.VERIFYING).contains(status.operation());
        followed.forEach((place, token) -> {
            Optional<Repaint> change = Optional.ofNullable(real.get(place))
                    .filter(Real::isMoving)
                    .flatMap(Real::repaint)
                    .filter(it -> it.token().equals(token) && isWished(place, it.wish()));
            if (change.isPresent()) {
                verified++;
                must(!isAtRest, "taken for done though AWS is at it: " + place);
            }
        });
    }

    /** The credentials are of this account from now on. */
    void moves(String other) {
        account = other;
    }

    void hears(Word word) {
        words.add(word);
    }

    /** From now on nothing declares a place; unless it was so before, as far as a pass could know. */
    void undeclared(String place, Instant time) {
        undeclaredSince.putIfAbsent(place, time);
    }

    /** A pass has come to its end with this in force: from now on it is known, wherever the declaration goes. */
    void passed(Map<String, Boolean> protections) {
        lastProtected.putAll(protections);
        undeclaredSince.keySet().removeAll(protections.keySet());
        completeLooks.keySet().removeAll(protections.keySet());
    }

    /** A pass has died on its way: it may have noted by then that something is protected no longer. */
    void died(Map<String, Boolean> protections) {
        protections.forEach((place, isProtected) -> {
            if (!isProtected) {
                lastProtected.remove(place);
            }
        });
    }

    /** The ledger is gone. */
    void forgets() {
        lastProtected.clear();
        takenBack.clear();
        followed.clear();
    }

    void creates(ThingKind kind, ResourceId id, String place, Optional<Real> before) {
        counted(Action.CREATE);
        tries(place);
        takenBack.remove(place);
        must(before.isEmpty(), "made over something that is there: " + place);
        must(find(id, place).isPresent(), "made though nothing declares it: " + place);
        mayAct(id, place, Action.CREATE);
    }

    void updates(ThingKind kind, ResourceId id, String place, Optional<Real> before, Thing wish, Step step) {
        counted(Action.UPDATE);
        tries(place);
        must(before.isPresent(), "changed though it is not there: " + place);
        must(before.orElseThrow().owner().isOurs(), "changed though it is not ours: " + place);
        Optional<Declared<?>> declaration = find(id, place);
        must(declaration.isPresent(), "changed though nothing declares it: " + place);
        Thing asked = (Thing) declaration.orElseThrow().state();
        Thing live = before.orElseThrow().thing();
        must(wish.equals(asked), "changed to something the YAML does not say: " + place);
        must(
                step.paths().stream().allMatch(it -> differs(it, asked, live)),
                "sent a field that has not drifted: " + place + " " + step.paths());
        must(
                step.paths().stream()
                        .noneMatch(it -> it.equals("size")
                                ? asked.size().isEmpty()
                                : asked.colour().isEmpty()),
                "sent a field that is not managed: " + place + " " + step.paths());
        must(
                !step.paths().contains("size") || !before.orElseThrow().tuned(),
                "written though somebody else owns it: " + place + " size");
        must(!before.orElseThrow().isMoving(), "changed while AWS is at it: " + place);
        must(!asked.equals(takenBack.get(place)), "sent again though AWS has undone it: " + place);
        mayAct(id, place, Action.UPDATE);
    }

    private void tries(String place) {
        lastTried.put(place, now);
    }

    private static boolean differs(String path, Thing asked, Thing live) {
        return path.equals("size")
                ? !asked.size().equals(live.size())
                : !asked.colour().equals(live.colour());
    }

    void adopts(ThingKind kind, ResourceId id, String place, Optional<Real> before) {
        counted(Action.ADOPT);
        must(
                before.filter(it -> it.owner() instanceof Ownership.Unowned).isPresent(),
                "taken over though it carries somebody's mark: " + place);
        must(
                find(id, place).filter(it -> it.terms().adopt()).isPresent(),
                "taken over though the YAML does not say so: " + place);
        mayAct(id, place, Action.ADOPT);
    }

    void deletes(ThingKind kind, ResourceId id, String place, Optional<Real> before) {
        counted(Action.DELETE);
        tries(place);
        must(before.isPresent() && before.orElseThrow().owner().isOurs(), "deleted though it is not ours: " + place);
        must(!desired.stale(), "deleted while the desired state is stale: " + place);
        must(complete, "deleted though not everything was seen: " + place);
        Optional<Declared<?>> successor = find(id, place);
        if (successor.isPresent()) {
            replaces(kind, id, place, before.orElseThrow(), successor.orElseThrow());
            return;
        }
        must(completeLooks.getOrDefault(place, 0) >= 2, "deleted after a single complete look: " + place);
        must(desired.policy().prune().enabled(), "deleted though pruning is off: " + place);
        must(
                desired.resources().stream().noneMatch(it -> place.equals(placeOf(it))),
                "deleted though it is declared: " + place);
        must(!lastProtected.getOrDefault(place, false), "deleted though it was protected when last declared: " + place);
        Instant since = undeclaredSince.getOrDefault(place, Instant.MAX);
        must(
                !now.isBefore(
                        since.equals(Instant.MAX)
                                ? since
                                : since.plus(desired.policy().prune().grace())),
                "deleted before its grace was over: " + place);
        if (kind.holdsData()) {
            must(
                    words.stream()
                            .anyMatch(it -> isFresh(it)
                                    && it.named().contains(id + " " + place)
                                    && Integer.valueOf(before.orElseThrow().incarnation())
                                            .equals(it.incarnations().get(place))),
                    "deleted data without an approval that names it: " + place);
        }
        mayAct(id, place, Action.DELETE);
    }

    /** Deleted, to be made again as only another one can be. */
    private void replaces(ThingKind kind, ResourceId id, String place, Real before, Declared<?> successor) {
        must(!kind.holdsData(), "replaced what holds data: " + place);
        must(!successor.terms().protect(), "replaced what is protected: " + place);
        Thing asked = (Thing) successor.state();
        must(
                asked.make().isPresent() && !asked.make().equals(before.thing().make()),
                "replaced though it is what is asked for: " + place);
        must(
                words.stream()
                        .anyMatch(it -> isFresh(it)
                                && Integer.valueOf(before.incarnation())
                                        .equals(it.incarnations().get(place))),
                "replaced though nobody said so: " + place);
        mayAct(id, place, Action.DELETE);
    }

    /** What holds for every write. */
    private void mayAct(ResourceId id, String place, Action action) {
        must(account.equals(desired.aws().account()), "written in another account: " + place);
        must(!paused.getAsBoolean(), "written while paused: " + place);
        must(!frozen || action == Action.ADOPT, "written in a freeze: " + place);
        Mode mode = find(id, place)
                .map(it -> desired.policy().modeOf(it.terms().lineage()))
                .orElse(desired.mode());
        must(mode != Mode.OBSERVE, "written while only looking: " + place);
        if (mode == Mode.PROPOSE) {
            long people = words.stream()
                    .filter(this::isFresh)
                    .filter(it -> it.incarnations().containsKey(place))
                    .map(Word::actor)
                    .distinct()
                    .count();
            must(people >= desired.policy().approvals().required(), "written without enough approvals: " + place);
        }
    }

    private boolean isFresh(Word word) {
        return word.approved() && word.commit().equals(desired.revision().commit()) && now.isBefore(word.expiresAt());
    }

    private Optional<Declared<?>> find(ResourceId id, String place) {
        return desired.find(id).filter(it -> place.equals(placeOf(it)));
    }

    static String placeOf(Declared<?> declared) {
        return declared.id().kind().segment() + "/" + ((Thing) declared.state()).name();
    }

    private void counted(Action action) {
        writes.merge(action, 1L, Long::sum);
    }

    private static void must(boolean holds, String complaint) {
        if (!holds) {
            throw new AssertionError(complaint);
        }
    }
}
