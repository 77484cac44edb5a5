package io.holdfast.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A cloud that has widgets only. It remembers what it was told to do, and can refuse the next calls. */
public final class WidgetCloud implements Cloud {
    private final Map<String, Widget> widgets = new TreeMap<>();
    private final Map<String, Ownership> owners = new HashMap<>();
    private final List<String> writes = new ArrayList<>();
    private final List<Fault> refusals = new ArrayList<>();
    private Optional<Fault> blindness = Optional.empty();
    private Caller caller = Caller.of(Widgets.ACCOUNT);
    private Runnable beforeLook = () -> {};
    private WidgetKind kind = new WidgetKind();
    private int looks;

    public WidgetCloud holding(Widget widget) {
        widgets.put(widget.name(), widget);
        owners.put(widget.name(), Ownership.ours());
        return this;
    }

    /** Whose widgets are of another kind. */
    public void of(WidgetKind other) {
        kind = other;
    }

    /** Takes our mark off. */
    public void disown(String name) {
        owners.put(name, Ownership.unowned());
    }

    /** Somebody deletes it by hand. */
    public void lose(String name) {
        widgets.remove(name);
    }

    public Widget widget(String name) {
        return widgets.get(name);
    }

    public List<String> writes() {
        return List.copyOf(writes);
    }

    public int looks() {
        return looks;
    }

    public void refuseNext(Fault fault) {
        refusals.add(fault);
    }

    public void blindBy(Fault fault) {
        blindness = Optional.of(fault);
    }

    public void calledBy(Caller other) {
        caller = other;
    }

    /** Something that happens at the beginning of every look, such as a wait or another person's change. */
    public void beforeEachLook(Runnable hook) {
        beforeLook = hook;
    }

    @Override
    public Handlers handlers() {
        return new Handlers(List.of(new Handler<>(kind, this::observe, new Hands())));
    }

    @Override
    public Look look() {
        return new Look() {
            @Override
            public Handlers handlers() {
                return WidgetCloud.this.handlers();
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public Caller caller() {
        return caller;
    }

    private Map<ResourceId, Observed<Widget>> observe(List<Ask<Widget>> asks) {
        looks++;
        beforeLook.run();
        Map<ResourceId, Observed<Widget>> found = new HashMap<>();
        asks.forEach(it -> found.put(it.id(), observe(it.key())));
        return found;
    }

    private Observed<Widget> observe(String key) {
        if (blindness.isPresent()) {
            return Observed.unseen(blindness.orElseThrow());
        }
        Widget widget = widgets.get(key);
        return widget == null
                ? Observed.absent()
                : Observed.present(widget, Facts.of("arn:test:" + key, owners.get(key)));
    }

    private final class Hands implements Actuator<Widget> {
        @Override
        public Outcome create(Order<Widget> order) {
            return act("create " + order.desired().name(), () -> holding(order.desired()));
        }

        @Override
        public Outcome update(Order<Widget> order, Step step) {
            String what = "update " + order.desired().name() + " " + step.paths();
            return act(what, () -> widgets.put(order.desired().name(), order.desired()));
        }

        @Override
        public Outcome adopt(Order<Widget> order) {
            return act(
                    "adopt " + order.desired().name(),
                    () -> owners.put(order.desired().name(), Ownership.ours()));
        }

        @Override
        public Outcome delete(Removal<Widget> removal, Step step) {
            return act("delete " + removal.key(), () -> widgets.remove(removal.key()));
        }

        private Outcome act(String what, Runnable effect) {
            writes.add(what);
            if (refusals.isEmpty()) {
                effect.run();
                return Outcome.done();
            }
            return Outcome.failed(refusals.remove(0));
        }
    }
}
