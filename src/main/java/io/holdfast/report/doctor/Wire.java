package io.holdfast.report.doctor;

import static java.util.Objects.requireNonNull;

import io.holdfast.report.document.DoctorDocument.Finding;
import java.time.Duration;
import java.util.Optional;

/**
 * The way to AWS, without credentials: whether anybody answers, and what time it is there.
 *
 * @param host who was asked
 * @param trouble why nobody answered; empty when somebody did
 * @param ahead how far this machine's clock is ahead of theirs, negative when it is behind; absent where they did not say
 */
public record Wire(String host, Optional<String> trouble, Optional<Duration> ahead) {
    /** AWS refuses what was signed more than five minutes ago or later; a minute is left for the way there. */
    private static final Duration MOST = Duration.ofMinutes(4);

    public Wire {
        requireNonNull(host, "host");
        requireNonNull(trouble, "trouble");
        requireNonNull(ahead, "ahead");
    }

    /** What there is to say of it. */
    public Finding finding() {
        if (trouble.isPresent()) {
            return new Finding(
                    "NG",
                    "network",
                    host + " does not answer: " + trouble.orElseThrow(),
                    "see to name service, routes, proxies and holdfast.aws.ca; nothing can be looked at until it does");
        }
        if (ahead.isEmpty()) {
            return new Finding("WARN", "network", host + " answers without saying what time it is", "see to the clock");
        }
        Duration off = ahead.orElseThrow();
        String found = host + " answers; this machine's clock is " + off.abs().toSeconds() + " s "
                + (off.isNegative() ? "behind" : "ahead");
        return off.abs().compareTo(MOST) < 0
                ? new Finding("OK", "network", found, "")
                : new Finding(
                        "NG",
                        "network",
                        found,
                        "set this machine's clock by NTP: AWS refuses what a clock signs that is five minutes off");
    }
}
