package io.holdfast.model;

import io.holdfast.model.policy.Policy;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Short ways to say what a test is about. */
public final class Widgets {
    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    public static final String ACCOUNT = "123456789012";
    public static final Authored AUTHORED =
            new Authored("Ana Lee", "ana@example.com", NOON.minusSeconds(60), "feat: a hundred widgets");
    private static final String FILE = "environments/test.yaml";

    private Widgets() {}

    public static ResourceId id(String name) {
        return new ResourceId("test", WidgetKind.NAME, name);
    }

    public static Declared<Widget> declared(WidgetKind kind, Widget state) {
        Origin origin = new Origin(new Location(FILE, 10, 5), Map.of("size", new Location(FILE, 12, 7)));
        return new Declared<>(id(state.name()), kind, state, origin, Terms.none(id(state.name())));
    }

    public static Declared<Widget> adopting(Declared<Widget> declared) {
        return new Declared<>(
                declared.id(),
                declared.kind(),
                declared.state(),
                declared.origin(),
                declared.terms().adopting());
    }

    public static DesiredState desired(Mode mode, Declared<?>... resources) {
        return desired(Policy.of(mode), resources);
    }

    public static DesiredState desired(Policy policy, Declared<?>... resources) {
        return new DesiredState(
                "test",
                new AwsTarget(ACCOUNT, "eu-central-1", Optional.empty()),
                policy,
                FILE,
                new Revision("9f2c1e7", Optional.of(NOON), Optional.of(AUTHORED)),
                false,
                List.of(resources));
    }

    public static DesiredState desired(Widget... widgets) {
        return desired(
                Mode.ENFORCE,
                Arrays.stream(widgets).map(it -> declared(new WidgetKind(), it)).toArray(Declared<?>[]::new));
    }

    public static LiveState live(Map<String, Observed<Widget>> observed) {
        Map<ResourceId, Observed<?>> byId = new HashMap<>();
        observed.forEach((name, it) -> byId.put(id(name), it));
        return new LiveState(NOON, byId, List.of());
    }

    public static Observed<Widget> ours(Widget state) {
        return Observed.present(state, facts(state));
    }

    public static Facts facts(Widget state) {
        return Facts.of("arn:test:" + state.name(), Ownership.ours());
    }

    public static LiveState live(Widget... widgets) {
        Map<String, Observed<Widget>> observed = new HashMap<>();
        Arrays.stream(widgets).forEach(it -> observed.put(it.name(), ours(it)));
        return live(observed);
    }
}
