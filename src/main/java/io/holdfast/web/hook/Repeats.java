package io.holdfast.web.hook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Deliveries of the last minutes. A provider that does not hear our answer sends one again; a person who presses its
 * button a while later wants to see something happen.
 */
final class Repeats {
    private static final Duration REMEMBERED = Duration.ofMinutes(10);
    private static final int MOST = 1024;

    /** By GitHub and Gitea, GitLab, Standard Webhooks, Bitbucket and its server, and whoever else sends. */
    private static final List<String> IDS = List.of(
            "X-GitHub-Delivery",
            "Idempotency-Key",
            "webhook-id",
            "X-Request-UUID",
            "X-Request-Id",
            "X-Holdfast-Delivery");

    private final Clock clock;
    private final Map<String, Instant> known = new LinkedHashMap<>();

    Repeats(Clock clock) {
        this.clock = clock;
    }

    /** Whether the same came before; from now on it has. What carries no id never did. */
    synchronized boolean isKnown(Delivery delivery) {
        Optional<String> id = id(delivery);
        Instant now = clock.instant();
        forget(now);
        return id.isPresent() && known.putIfAbsent(id.get(), now) != null;
    }

    /** The id alone is not signed, and some providers give one to several: it is of this very body. */
    private static Optional<String> id(Delivery delivery) {
        return IDS.stream()
                .map(delivery::header)
                .flatMap(Optional::stream)
                .filter(it -> !it.isBlank())
                .findFirst()
                .map(it -> digest(it, delivery.body()));
    }

    private static String digest(String id, byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(body);
            digest.update(id.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    private void forget(Instant now) {
        Iterator<Instant> oldest = known.values().iterator();
        while (oldest.hasNext()) {
            boolean isOver = oldest.next().plus(REMEMBERED).isBefore(now);
            if (!isOver && known.size() < MOST) {
                return;
            }
            oldest.remove();
        }
    }
}
