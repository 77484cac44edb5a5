package io.holdfast.never;

import io.holdfast.apply.Applier;
import io.holdfast.ledger.InMemoryLedger;
import io.holdfast.model.AwsTarget;
import io.holdfast.model.Change;
import io.holdfast.model.Decision;
import io.holdfast.model.Declared;
import io.holdfast.model.DesiredState;
import io.holdfast.model.Flaws;
import io.holdfast.model.Location;
import io.holdfast.model.Mode;
import io.holdfast.model.Origin;
import io.holdfast.model.Ownership;
import io.holdfast.model.Pause;
import io.holdfast.model.Plan;
import io.holdfast.model.ResourceId;
import io.holdfast.model.Revision;
import io.holdfast.model.Terms;
import io.holdfast.model.Verdict;
import io.holdfast.model.policy.ApprovalRules;
import io.holdfast.model.policy.ChangeClass;
import io.holdfast.model.policy.Limits;
import io.holdfast.model.policy.Lineage;
import io.holdfast.model.policy.Policy;
import io.holdfast.model.policy.Prune;
import io.holdfast.model.policy.Recurrence;
import io.holdfast.model.policy.Window;
import io.holdfast.model.policy.Windows;
import io.holdfast.never.Ground.Death;
import io.holdfast.never.Witness.Word;
import io.holdfast.reconcile.Pass;
import io.holdfast.report.EnvironmentStatus;
import io.holdfast.report.Reporter;
import io.holdfast.report.StatusBoard;
import io.holdfast.sandbox.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** One random history of one environment, from its first commit on. */
final class Story {
    private static final String ACCOUNT = "123456789012";
    private static final Location HERE = new Location("environments/test.yaml", 1, 1);
    private static final List<String> PEOPLE = List.of("alice", "bob", "carol");

    private final RandomGenerator chance;
    private final TestClock clock = new TestClock();
    private final Witness witness = new Witness();
    private final Ground ground;
    private final StatusBoard board = new StatusBoard();
    private final Map<String, Declared<Thing>> resources = new TreeMap<>();
    private InMemoryLedger ledger = new InMemoryLedger();
    private Policy policy = Policy.of(Mode.OBSERVE);
    private boolean stale;
    private int commits;
    private Optional<Instant> freezeUntil = Optional.empty();

    Story(RandomGenerator chance) {
        this.chance = chance;
        this.ground = new Ground(chance, witness);
    }

    Witness witness() {
        return witness;
    }

    /** Lives through so many events. */
    void live(int events) {
        commit();
        for (int i = 0; i < events; i++) {
            happen();
        }
    }

    private void happen() {
        switch (chance.nextInt(24)) {
            case 0, 1 -> commit();
            case 2, 3 -> meddle();
            case 4, 5, 6 -> decide();
            case 7 -> pauseOrResume();
            case 8 -> weather();
            case 9 -> stale = chance.nextInt(3) == 0;
            case 10 -> loseSomething();
            case 11 -> ground.settle();
            default -> {
                clock.advance(Duration.ofSeconds(chance.nextInt(1, 900)));
                pass();
            }
        }
    }

    private boolean maybe(int oneIn) {
        return chance.nextInt(oneIn) == 0;
    }

    /** Somebody writes YAML: things come, go, change, get another name, are protected or not; the rules change with them. */
    private void commit() {
        commits++;
        stale = false;
        for (int i = 0; i < 3; i++) {
            ThingKind kind = ThingKind.ALL.get(chance.nextInt(ThingKind.ALL.size()));
            String logical = kind.name().segment().substring(0, 1) + chance.nextInt(2);
            if (maybe(3)) {
                resources.remove(kind.name().segment() + "/" + logical);
            } else {
                declare(kind, logical);
            }
        }
        policy = policy();
        noteDeclared();
    }

    private void declare(ThingKind kind, String logical) {
        ResourceId id = new ResourceId("test", kind.name(), logical);
        String name = maybe(5) ? logical + "-" + chance.nextInt(2) : logical;
        Thing thing = new Thing(
                name,
                maybe(4) ? Optional.empty() : Optional.of(chance.nextInt(4)),
                maybe(3) ? Optional.empty() : Optional.of(List.of("red", "blue").get(chance.nextInt(2))),
                maybe(2) ? Optional.empty() : Optional.of(List.of("oak", "pine").get(chance.nextInt(2))));
        Terms terms = new Terms(maybe(3), maybe(5), Lineage.of(id));
        resources.put(
                kind.name().segment() + "/" + logical,
                new Declared<>(id, kind, thing, new Origin(HERE, Map.of()), terms));
    }

    private Policy policy() {
        Mode mode =
                List.of(Mode.ENFORCE, Mode.ENFORCE, Mode.PROPOSE, Mode.OBSERVE).get(chance.nextInt(4));
        Limits limits = new Limits(
                maybe(4) ? Optional.of(1) : Optional.empty(),
                chance.nextInt(4),
                List.of(10, 50, 100).get(chance.nextInt(3)),
                maybe(3) ? Optional.of(2.0) : Optional.empty(),
                2);
        Prune prune = new Prune(!maybe(4), Duration.ofMinutes(chance.nextInt(1, 20)));
        ApprovalRules approvals = new ApprovalRules(maybe(3) ? 2 : 1, true, Duration.ofMinutes(chance.nextInt(5, 120)));
        freezeUntil = maybe(5) ? Optional.of(clock.instant().plus(Duration.ofMinutes(20))) : Optional.empty();
        return new Policy(mode, List.of(), List.of(), windows(), limits, prune, approvals);
    }

    private Windows windows() {
        return freezeUntil
                .map(until -> new Windows(List.of(new Window(
                        Set.of(ChangeClass.values()),
                        Window.Effect.FREEZE,
                        once(until.minus(Duration.ofMinutes(20))),
                        Duration.ofMinutes(20),
                        Optional.empty(),
                        HERE))))
                .orElseGet(Windows::none);
    }

    private static Recurrence once(Instant start) {
        return new Recurrence() {
            @Override
            public Optional<Instant> lastUntil(Instant time) {
                return Optional.of(start).filter(it -> !it.isAfter(time));
            }

            @Override
            public Optional<Instant> firstAfter(Instant time) {
                return Optional.of(start).filter(it -> it.isAfter(time));
            }
        };
    }

    private void noteDeclared() {
        Set<String> declared = protections().keySet();
        for (ThingKind kind : ThingKind.ALL) {
            for (String logical : List.of("0", "1", "0-0", "0-1", "1-0", "1-1")) {
                String place = Ground.place(kind, kind.name().segment().substring(0, 1) + logical);
                if (!declared.contains(place)) {
                    witness.undeclared(place, clock.instant());
                }
            }
        }
    }

    private Map<String, Boolean> protections() {
        Map<String, Boolean> protections = new HashMap<>();
        resources
                .values()
                .forEach(it -> protections.put(Witness.placeOf(it), it.terms().protect()));
        return protections;
    }

    private DesiredState desired() {
        DesiredState state = new DesiredState(
                "test",
                new AwsTarget(ACCOUNT, "us-east-1", Optional.empty()),
                policy,
                HERE.file(),
                Revision.of("c" + commits),
                false,
                List.copyOf(ordered()));
        return stale ? state.asStale() : state;
    }

    /** What others need comes first. */
    private List<Declared<?>> ordered() {
        List<Declared<?>> ordered = new ArrayList<>();
        ThingKind.ALL.forEach(kind ->
                resources.values().stream().filter(it -> it.kind().equals(kind)).forEach(ordered::add));
        return ordered;
    }

    /** Somebody else's hands: they make, change, mark, unmark and delete what they like. */
    private void meddle() {
        ThingKind kind = ThingKind.ALL.get(chance.nextInt(ThingKind.ALL.size()));
        String name = kind.name().segment().substring(0, 1) + chance.nextInt(2);
        String place = Ground.place(kind, name);
        if (maybe(4)) {
            ground.real().remove(place);
            return;
        }
        if (maybe(4)) {
            ground.tune(place, maybe(2));
            return;
        }
        Ownership owner = List.of(
                        Ownership.ours(),
                        Ownership.ours(),
                        Ownership.unowned(),
                        Ownership.foreign("another"),
                        Ownership.unknown())
                .get(chance.nextInt(5));
        Optional<Thing> there = Optional.ofNullable(ground.real().get(place)).map(Ground.Real::thing);
        if (there.isPresent() && maybe(3)) {
            ground.put(place, there.orElseThrow(), owner);
            return;
        }
        ground.put(
                place,
                new Thing(
                        name,
                        Optional.of(chance.nextInt(4)),
                        Optional.of("green"),
                        Optional.of(List.of("oak", "pine").get(chance.nextInt(2)))),
                owner);
    }

    /** Somebody looks at the plan and says yes or no, to all of it or by name. */
    private void decide() {
        Optional<Plan> plan = board.find("test").flatMap(it -> it.plan());
        if (plan.isEmpty() || plan.orElseThrow().isEmpty()) {
            return;
        }
        Plan seen = plan.orElseThrow();
        boolean yes = !maybe(5);
        boolean byName = maybe(2);
        String actor = PEOPLE.get(chance.nextInt(PEOPLE.size()));
        List<Change> asked = seen.changes().stream()
                .filter(it -> it.verdict() instanceof Verdict.NeedsApproval)
                .toList();
        Instant expires = clock.instant()
                .plus(seen.report().desired().policy().approvals().validFor());
        String commit = seen.report().desired().revision().commit();
        ledger.decide(new Decision(
                "d" + chance.nextInt(),
                "test",
                seen.id(),
                commit,
                yes,
                actor,
                Optional.empty(),
                clock.instant(),
                expires,
                asked.stream().map(it -> Decision.Item.of(it, byName)).toList()));
        Map<String, Integer> incarnations = new HashMap<>();
        List<String> named = new ArrayList<>();
        for (Change change : asked) {
            String place = change.id().kind().segment() + "/" + change.subject().key();
            incarnations.put(
                    place,
                    Optional.ofNullable(ground.real().get(place))
                            .map(Ground.Real::incarnation)
                            .orElse(-1));
            if (byName) {
                named.add(change.id() + " " + place);
            }
        }
        witness.hears(new Word(commit, yes, actor, incarnations, named, expires));
    }

    private void pauseOrResume() {
        String scope = maybe(2) ? Pause.FLEET : "test";
        if (maybe(2)) {
            ledger.resume(scope);
        } else {
            Optional<Instant> until = maybe(2)
                    ? Optional.empty()
                    : Optional.of(clock.instant().plus(Duration.ofMinutes(chance.nextInt(1, 30))));
            ledger.pause(new Pause(scope, "a look", "alice", clock.instant(), until));
        }
    }

    private void weather() {
        ground.weather(maybe(3) ? 0.2 : 0, maybe(3) ? 0.05 : 0);
        ground.calledBy(maybe(6) ? "999999999999" : ACCOUNT);
    }

    /** The ledger, with all that people said. */
    private void loseSomething() {
        if (maybe(4)) {
            ledger = new InMemoryLedger();
            witness.forgets();
        }
    }

    private boolean isPaused() {
        return ledger.standing("test").pause("test", clock.instant()).isPresent();
    }

    /** Other people do not wait until a pass is over. */
    private void meanwhile() {
        if (maybe(12)) {
            meddle();
        }
        if (maybe(12)) {
            pauseOrResume();
        }
    }

    /** A new process every time: nothing but the ledger carries over, and it may die at any point. */
    private void pass() {
        DesiredState desired = desired();
        boolean frozen = freezeUntil.filter(it -> clock.instant().isBefore(it)).isPresent();
        boolean asked = maybe(10);
        witness.sees(desired, clock.instant(), this::isPaused, frozen, asked);
        ground.passBegins(this::meanwhile);
        Applier applier = new Applier(ledger, clock, Optional::empty, id -> Map.of());
        Reporter reporter = new Reporter(ledger, board, clock);
        try {
            EnvironmentStatus status =
                    new Pass(ledger, applier, reporter, clock).run(desired, Flaws.none(), ground, asked);
            board.post(status);
            witness.reads(status, ground.real());
            witness.passed(protections());
        } catch (Death died) {
            // The next pass is a new process; what it finds is what this one left.
            witness.died(protections());
        }
    }
}
