package io.holdfast.never;

import io.holdfast.model.Actuator;
import io.holdfast.model.Ask;
import io.holdfast.model.Caller;
import io.holdfast.model.Cloud;
import io.holdfast.model.Excuse;
import io.holdfast.model.Facts;
import io.holdfast.model.Fault;
import io.holdfast.model.Handler;
import io.holdfast.model.Handlers;
import io.holdfast.model.Observed;
import io.holdfast.model.Order;
import io.holdfast.model.Outcome;
import io.holdfast.model.Ownership;
import io.holdfast.model.Removal;
import io.holdfast.model.ResourceId;
import io.holdfast.model.Rollout;
import io.holdfast.model.Step;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** The world: what is really there, and who changes it. It fails, lies late and dies as chance has it. */
final class Ground implements Cloud {
    /**
     * What is there under a name.
     *
     * @param tuned whether another controller moves its size
     * @param repaint a change of colour that takes its time; the last one, however it ended
     */
    record Real(Thing thing, Ownership owner, int incarnation, boolean tuned, Optional<Repaint> repaint) {
        Real with(Thing other) {
            return new Real(other, owner, incarnation, tuned, repaint);
        }

        Real of(Ownership other) {
            return new Real(thing, other, incarnation, tuned, repaint);
        }

        Real tuned(boolean other) {
            return new Real(thing, owner, incarnation, other, repaint);
        }

        Real being(Repaint other) {
            return new Real(thing, owner, incarnation, tuned, Optional.of(other));
        }

        boolean isMoving() {
            return repaint.filter(it -> it.status() == Rollout.Status.UNDERWAY).isPresent();
        }
    }

    /**
     * A change of colour: it shows at once, and is completed or taken back later.
     *
     * @param wish what it was for
     * @param before the colour to go back to
     */
    record Repaint(String token, Rollout.Status status, Thing wish, Optional<String> before) {
        Repaint ending(Rollout.Status end) {
            return new Repaint(token, end, wish, before);
        }
    }

    /** The process is gone: nothing of it goes on. */
    static final class Death extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final Map<String, Real> real = new TreeMap<>();
    private final RandomGenerator chance;
    private final Witness witness;
    private Caller caller = Caller.of("123456789012");
    private double trouble;
    private double death;
    private Runnable meanwhile = () -> {};
    private int looks;
    private int incarnations;
    private int repaints;

    Ground(RandomGenerator chance, Witness witness) {
        this.chance = chance;
        this.witness = witness;
    }

    /** How likely each call fails, and how likely the process dies around it. */
    void weather(double likelyTrouble, double likelyDeath) {
        trouble = likelyTrouble;
        death = likelyDeath;
    }

    /** A process begins to look; what happens between its first look and each of the later ones. */
    void passBegins(Runnable betweenLooks) {
        meanwhile = betweenLooks;
        looks = 0;
    }

    void calledBy(String account) {
        caller = Caller.of(account);
        witness.moves(account);
    }

    /** Credentials are renewed, and by a slip they are another account's: after the look, and before the first write. */
    private void slips() {
        if (chance.nextInt(50) == 0) {
            calledBy("999999999999");
        }
    }

    Map<String, Real> real() {
        return real;
    }

    static String place(ThingKind kind, String name) {
        return kind.name().segment() + "/" + name;
    }

    /** Somebody else's hand. */
    void put(String place, Thing thing, Ownership owner) {
        Real there = Optional.ofNullable(real.get(place))
                .orElseGet(() -> new Real(thing, owner, ++incarnations, false, Optional.empty()));
        real.put(place, there.with(thing).of(owner));
    }

    /** Another controller takes a size over, or leaves it. */
    void tune(String place, boolean tuned) {
        real.computeIfPresent(place, (name, it) -> it.tuned(tuned));
    }

    /** Time goes on: some of what is underway is completed, some is taken back. */
    void settle() {
        real.replaceAll((place, it) -> it.isMoving() ? settled(it) : it);
    }

    private Real settled(Real moving) {
        Repaint repaint = moving.repaint().orElseThrow();
        return switch (chance.nextInt(4)) {
            case 0 -> moving.being(repaint.ending(Rollout.Status.COMPLETED));
            case 1 -> {
                Thing thing = moving.thing();
                yield moving.with(new Thing(thing.name(), thing.size(), repaint.before(), thing.make()))
                        .being(repaint.ending(Rollout.Status.ROLLED_BACK));
            }
            default -> moving;
        };
    }

    @Override
    public Look look() {
        boolean first = looks++ == 0;
        if (!first) {
            meanwhile.run();
        }
        Witness.Sight sight = new Witness.Sight();
        return new Look() {
            @Override
            public Handlers handlers() {
                return Ground.this.handlers(sight);
            }

            @Override
            public void close() {
                if (first) {
                    witness.looked(sight.isComplete(), real);
                    slips();
                }
            }
        };
    }

    @Override
    public Caller caller() {
        return caller;
    }

    @Override
    public Handlers handlers() {
        return handlers(new Witness.Sight());
    }

    private Handlers handlers(Witness.Sight sight) {
        return new Handlers(ThingKind.ALL.stream()
                .<Handler<?>>map(kind -> new Handler<>(kind, asks -> observe(kind, asks, sight), new Hands(kind)))
                .toList());
    }

    private Map<ResourceId, Observed<Thing>> observe(ThingKind kind, List<Ask<Thing>> asks, Witness.Sight sight) {
        dieSometimes();
        Map<ResourceId, Observed<Thing>> seen = new HashMap<>();
        asks.forEach(it -> seen.put(it.id(), observe(it, place(kind, it.key()), sight)));
        return seen;
    }

    private Observed<Thing> observe(Ask<Thing> ask, String place, Witness.Sight sight) {
        if (chance.nextDouble() < trouble) {
            sight.fails();
            return Observed.unseen(fault(Fault.Kind.TRANSIENT, "test:Describe"));
        }
        Real found = real.get(place);
        return found == null ? Observed.absent() : Observed.present(found.thing(), facts(ask, place, found));
    }

    /** As AWS tells it: how far the very change is that was asked about, and that another controller owns a field. */
    private Facts facts(Ask<Thing> ask, String place, Real found) {
        Facts facts = Facts.of("arn:" + place + "#" + found.incarnation(), found.owner());
        if (found.tuned()) {
            facts = facts.excused(List.of(Excuse.delegated("size", "owned by the tuner")));
        }
        if (found.isMoving()) {
            facts = facts.underway("is being painted");
        }
        Optional<Repaint> followed = found.repaint()
                .filter(it -> ask.expectation()
                        .filter(asked -> asked.token().equals(it.token()))
                        .isPresent());
        witness.tells(place, found, followed);
        return followed.map(it -> new Rollout(it.token(), it.status(), "the painting is " + it.status()))
                .map(facts::rollingOut)
                .orElse(facts);
    }

    private void dieSometimes() {
        if (chance.nextDouble() < death) {
            throw new Death();
        }
    }

    private static Fault fault(Fault.Kind kind, String call) {
        return new Fault(kind, call, kind.name(), "as chance has it");
    }

    private final class Hands implements Actuator<Thing> {
        private final ThingKind kind;

        Hands(ThingKind kind) {
            this.kind = kind;
        }

        @Override
        public Outcome create(Order<Thing> order) {
            String place = place(kind, order.desired().name());
            return act("test:Create", () -> {
                witness.creates(kind, order.id(), place, Optional.ofNullable(real.get(place)));
                put(place, order.desired(), Ownership.ours());
                return Outcome.done();
            });
        }

        @Override
        public Outcome update(Order<Thing> order, Step step) {
            String place = place(kind, order.desired().name());
            Outcome outcome = act(step.call(), () -> {
                Real before = real.get(place);
                witness.updates(kind, order.id(), place, Optional.ofNullable(before), order.desired(), step);
                Real after = before.with(changed(before.thing(), order.desired(), step));
                boolean takesTime = step.paths().contains("colour") && chance.nextBoolean();
                return takesTime ? painting(place, before, after, order.desired()) : steady(place, after);
            });
            if (outcome instanceof Outcome.Underway underway) {
                witness.hears(place, underway.token());
            }
            return outcome;
        }

        private Outcome painting(String place, Real before, Real after, Thing wish) {
            String token = "painting " + ++repaints;
            real.put(
                    place,
                    after.being(new Repaint(
                            token, Rollout.Status.UNDERWAY, wish, before.thing().colour())));
            return Outcome.underway(token, Duration.ofMinutes(30));
        }

        private Outcome steady(String place, Real after) {
            real.put(place, after);
            return Outcome.done();
        }

        /** Sends the step's fields and nothing else. */
        private Thing changed(Thing before, Thing desired, Step step) {
            return new Thing(
                    before.name(),
                    step.paths().contains("size") ? desired.size() : before.size(),
                    step.paths().contains("colour") ? desired.colour() : before.colour(),
                    before.make());
        }

        @Override
        public Outcome adopt(Order<Thing> order) {
            String place = place(kind, order.desired().name());
            return act("test:Tag", () -> {
                Real before = real.get(place);
                witness.adopts(kind, order.id(), place, Optional.ofNullable(before));
                real.put(place, before.of(Ownership.ours()));
                return Outcome.done();
            });
        }

        @Override
        public Outcome delete(Removal<Thing> removal, Step step) {
            String place = place(kind, removal.key());
            return act(step.call(), () -> {
                witness.deletes(kind, removal.id(), place, Optional.ofNullable(real.get(place)));
                real.remove(place);
                return Outcome.done();
            });
        }

        /** Done; or refused; or done and nobody hears of it, because the reply or the process is gone. */
        private Outcome act(String call, Supplier<Outcome> effect) {
            dieSometimes();
            if (chance.nextDouble() < trouble) {
                return Outcome.failed(fault(Fault.Kind.THROTTLED, call));
            }
            Outcome outcome = effect.get();
            dieSometimes();
            return chance.nextDouble() < trouble ? Outcome.failed(fault(Fault.Kind.UNKNOWN_OUTCOME, call)) : outcome;
        }
    }
}
