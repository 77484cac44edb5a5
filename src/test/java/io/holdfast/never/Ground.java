package io.holdfast.never;

import io.holdfast.model.Actuator;
import io.holdfast.model.Ask;
import io.holdfast.model.Caller;
import io.holdfast.model.Cloud;
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
import io.holdfast.model.Step;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** The world: what is really there, and who changes it. It fails, lies late and dies as chance has it. */
final class Ground implements Cloud {
    /** What is there under a name. */
    record Real(Thing thing, Ownership owner, int incarnation) {
        Real with(Thing other) {
            return new Real(other, owner, incarnation);
        }

        Real of(Ownership other) {
            return new Real(thing, other, incarnation);
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
    }

    Map<String, Real> real() {
        return real;
    }

    static String place(ThingKind kind, String name) {
        return kind.name().segment() + "/" + name;
    }

    /** Somebody else's hand. */
    void put(String place, Thing thing, Ownership owner) {
        int incarnation =
                Optional.ofNullable(real.get(place)).map(Real::incarnation).orElseGet(() -> ++incarnations);
        real.put(place, new Real(thing, owner, incarnation));
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
                    witness.looked(sight.isComplete());
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
        asks.forEach(it -> seen.put(it.id(), observe(place(kind, it.key()), sight)));
        return seen;
    }

    private Observed<Thing> observe(String place, Witness.Sight sight) {
        if (chance.nextDouble() < trouble) {
            sight.fails();
            return Observed.unseen(fault(Fault.Kind.TRANSIENT, "test:Describe"));
        }
        Real found = real.get(place);
        return found == null
                ? Observed.absent()
                : Observed.present(found.thing(), Facts.of("arn:" + place + "#" + found.incarnation(), found.owner()));
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
            });
        }

        @Override
        public Outcome update(Order<Thing> order, Step step) {
            String place = place(kind, order.desired().name());
            return act(step.call(), () -> {
                Real before = real.get(place);
                witness.updates(kind, order.id(), place, Optional.ofNullable(before), order.desired(), step);
                real.put(place, before.with(changed(before.thing(), order.desired(), step)));
            });
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
            });
        }

        @Override
        public Outcome delete(Removal<Thing> removal, Step step) {
            String place = place(kind, removal.key());
            return act(step.call(), () -> {
                witness.deletes(kind, removal.id(), place, Optional.ofNullable(real.get(place)));
                real.remove(place);
            });
        }

        /** Done; or refused; or done and nobody hears of it, because the reply or the process is gone. */
        private Outcome act(String call, Runnable effect) {
            dieSometimes();
            if (chance.nextDouble() < trouble) {
                return Outcome.failed(fault(Fault.Kind.THROTTLED, call));
            }
            effect.run();
            dieSometimes();
            return chance.nextDouble() < trouble
                    ? Outcome.failed(fault(Fault.Kind.UNKNOWN_OUTCOME, call))
                    : Outcome.done();
        }
    }
}
