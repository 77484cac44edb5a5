package io.holdfast.model;

import static io.holdfast.model.Impact.IN_PLACE;
import static io.holdfast.model.Impact.REPLACEMENT;
import static io.holdfast.model.Impact.ROLLOUT;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The kind of {@link Widget}s; what it needs, follows and schedules can be set per test. */
public final class WidgetKind implements Kind<Widget> {
    public static final KindName NAME = new KindName("widget", "test-widget");

    private static final FieldTable<Widget.Part> PART = FieldTable.<Widget.Part>changedBy("test:ChangePart")
            .row(Field.of("power", Widget.Part::power, ROLLOUT))
            .row(Field.of("spare", Widget.Part::spare, IN_PLACE)
                    .compared(Comparison.exact().defaultsTo(false)))
            .build();

    private static final FieldTable<Widget> FIELDS = FieldTable.<Widget>changedBy("test:ChangeWidget")
            .row(Field.required("name", Widget::name, REPLACEMENT))
            .row(Field.of("size", Widget::size, IN_PLACE))
            .row(Field.of("floor", Widget::floor, IN_PLACE).compared(Comparison.atLeast()))
            .row(Field.of("version", Widget::version, ROLLOUT).compared(Comparison.version()))
            .row(Field.of("zones", Widget::zones, IN_PLACE).compared(Comparison.unordered()))
            .row(Field.of("colour", Widget::colour, IN_PLACE)
                    .compared(Comparison.ignoringCase().defaultsTo("grey"))
                    .by("test:Paint"))
            .group("engine", Widget::engine, PART)
            .members("parts", Widget::parts, PART, ROLLOUT)
            .hiddenEntries("secrets", Widget::secrets, ROLLOUT)
            .sharedEntries("tags", Widget::tags, "test:Tag")
            .build();

    private final Map<String, List<String>> needs;
    private final Map<String, String> follows;
    private final Optional<Timetable> timetable;
    private final boolean holdsData;

    public WidgetKind() {
        this(Map.of(), Map.of(), Optional.empty(), false);
    }

    private WidgetKind(
            Map<String, List<String>> needs,
            Map<String, String> follows,
            Optional<Timetable> timetable,
            boolean holdsData) {
        this.needs = needs;
        this.follows = follows;
        this.timetable = timetable;
        this.holdsData = holdsData;
    }

    /** Widgets of which one needs another. */
    public WidgetKind needing(String name, String other) {
        return new WidgetKind(Map.of(name, List.of(other)), follows, timetable, holdsData);
    }

    /** Widgets of which one's version stands for another's content. */
    public WidgetKind following(String name, String other) {
        return new WidgetKind(Map.of(name, List.of(other)), Map.of(name, other), timetable, holdsData);
    }

    public WidgetKind scheduling(Timetable other) {
        return new WidgetKind(needs, follows, Optional.of(other), holdsData);
    }

    /** Widgets that would be missed. */
    public WidgetKind holdingData() {
        return new WidgetKind(needs, follows, timetable, true);
    }

    @Override
    public KindName name() {
        return NAME;
    }

    @Override
    public Class<Widget> stateType() {
        return Widget.class;
    }

    @Override
    public Slot slot() {
        return Slot.of("widgets.*");
    }

    @Override
    public FieldTable<Widget> fields() {
        return FIELDS;
    }

    @Override
    public String key(Widget resolved) {
        return resolved.name();
    }

    @Override
    public List<String> createCalls() {
        return List.of("test:CreateWidget");
    }

    @Override
    public List<Step> deletion(Widget live) {
        return List.of(new Step("test:DeleteWidget", List.of()));
    }

    @Override
    public boolean holdsData() {
        return holdsData;
    }

    @Override
    public Set<String> counts() {
        return Set.of("size");
    }

    @Override
    public String adoptCall() {
        return "test:Tag";
    }

    @Override
    public Set<ResourceId> needs(ResourceId self, Widget declared) {
        return Set.copyOf(needs.getOrDefault(self.name(), List.of()).stream()
                .map(it -> self.named(NAME, it))
                .toList());
    }

    @Override
    public Map<String, ResourceId> follows(ResourceId self, Widget declared) {
        return follows.containsKey(self.name())
                ? Map.of("version", self.named(NAME, follows.get(self.name())))
                : Map.of();
    }

    @Override
    public Optional<Timetable> timetable(ResourceId self, Widget declared, Optional<Widget> live, Instant now) {
        return timetable.filter(it -> it.target().equals(self));
    }
}
