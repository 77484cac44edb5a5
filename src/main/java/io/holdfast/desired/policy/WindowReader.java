package io.holdfast.desired.policy;

import io.holdfast.desired.finding.Finding;
import io.holdfast.desired.policy.PolicyKeys.WindowKeys;
import io.holdfast.model.TimeZones;
import io.holdfast.model.policy.ChangeClass;
import io.holdfast.model.policy.Recurrence;
import io.holdfast.model.policy.Window;
import io.holdfast.model.policy.Window.Effect;
import io.holdfast.model.policy.Windows;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads windows: whether they can open at all, and what they are about. */
final class WindowReader {
    /** A longer one is not a window; whoever wants that sets the mode. */
    private static final Duration LONGEST = Duration.ofDays(60);

    /** What is meant where no zone is named. */
    static final String ZONE = "UTC";

    private final Consumer<Finding> findings;

    WindowReader(Consumer<Finding> findings) {
        this.findings = findings;
    }

    /** A window as it is written, and where. */
    record Written(WindowKeys keys, Spot spot) {
        Finding finding(String key, String message) {
            return spot.finding(key, message);
        }
    }

    Windows read(List<Written> written) {
        return new Windows(written.stream().flatMap(it -> window(it).stream()).toList());
    }

    /** All that is wrong with it is told, not the first. */
    private Optional<Window> window(Written written) {
        WindowKeys keys = written.keys();
        Optional<Effect> effect = effect(written);
        Optional<Duration> lasts = lasts(written);
        Optional<ZoneId> zone = zone(written);
        Optional<Recurrence> starts = starts(written, zone.orElse(ZoneOffset.UTC));
        if (effect.isEmpty() || lasts.isEmpty() || zone.isEmpty() || starts.isEmpty()) {
            return Optional.empty();
        }
        Set<ChangeClass> changes = Stream.of(keys.freeze(), keys.allow())
                .flatMap(Optional::stream)
                .flatMap(List::stream)
                .collect(Collectors.toUnmodifiableSet());
        return Optional.of(new Window(
                changes,
                effect.get(),
                starts.get(),
                lasts.get(),
                keys.reason(),
                written.spot().at()));
    }

    private Optional<Effect> effect(Written written) {
        boolean freezes = written.keys().freeze().isPresent();
        return freezes == written.keys().allow().isPresent()
                ? refuse(written.finding("", "says neither or both of freeze and allow")
                        .allowed("one of the two"))
                : Optional.of(freezes ? Effect.FREEZE : Effect.ALLOW);
    }

    private Optional<Duration> lasts(Written written) {
        Duration lasts = Span.of(written.keys().duration());
        return lasts.compareTo(LONGEST) > 0
                ? refuse(written.finding("duration", "too long")
                        .found(written.keys().duration())
                        .allowed("up to " + LONGEST.toDays() + "d"))
                : Optional.of(lasts);
    }

    private Optional<ZoneId> zone(Written written) {
        String name = written.keys().timezone().orElse(ZONE);
        try {
            return Optional.of(TimeZones.named(name));
        } catch (IllegalArgumentException unknown) {
            return refuse(written.finding("timezone", unknown.getMessage())
                    .found(name)
                    .allowed("a name of the time zone database, such as Europe/Berlin"));
        }
    }

    private Optional<Recurrence> starts(Written written, ZoneId zone) {
        try {
            return Optional.of(Cron.of(written.keys().schedule(), zone));
        } catch (IllegalArgumentException strange) {
            return refuse(written.finding("schedule", "cannot be read: " + strange.getMessage())
                    .found(written.keys().schedule())
                    .allowed("such as cron(0 18 ? * FRI *)"));
        }
    }

    private <T> Optional<T> refuse(Finding finding) {
        findings.accept(finding);
        return Optional.empty();
    }
}
