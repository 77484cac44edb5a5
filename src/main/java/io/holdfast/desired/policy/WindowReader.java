package io.holdfast.desired.policy;

import static io.holdfast.desired.finding.Code.SEMANTIC;

import io.holdfast.desired.finding.Finding;
import io.holdfast.desired.policy.PolicyKeys.WindowKeys;
import io.holdfast.model.Location;
import io.holdfast.model.policy.Recurrence;
import io.holdfast.model.policy.Window;
import io.holdfast.model.policy.Window.Effect;
import io.holdfast.model.policy.Windows;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
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
    record Written(WindowKeys keys, String path, Location at) {
        Finding finding(String key, String message) {
            return Finding.of(SEMANTIC, at, key.isEmpty() ? path : path + "." + key, message);
        }
    }

    Windows read(List<Written> written) {
        return new Windows(written.stream().flatMap(it -> window(it).stream()).toList());
    }

    private Optional<Window> window(Written written) {
        WindowKeys keys = written.keys();
        if (keys.freeze().isPresent() == keys.allow().isPresent()) {
            return refuse(written.finding("", "says neither or both of freeze and allow")
                    .allowed("one of the two"));
        }
        Duration lasts = Span.of(keys.duration());
        if (lasts.compareTo(LONGEST) > 0) {
            return refuse(written.finding("duration", "too long")
                    .found(keys.duration())
                    .allowed("up to " + LONGEST.toDays() + "d"));
        }
        return zone(written)
                .flatMap(it -> starts(written, it))
                .map(starts -> new Window(
                        Set.copyOf(Stream.concat(
                                        keys.freeze().stream().flatMap(List::stream),
                                        keys.allow().stream().flatMap(List::stream))
                                .toList()),
                        keys.freeze().isPresent() ? Effect.FREEZE : Effect.ALLOW,
                        starts,
                        lasts,
                        keys.reason(),
                        written.at()));
    }

    private Optional<ZoneId> zone(Written written) {
        String name = written.keys().timezone().orElse(ZONE);
        try {
            return Optional.of(ZoneId.of(name));
        } catch (DateTimeException unknown) {
            return refuse(written.finding("timezone", "no such time zone")
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
