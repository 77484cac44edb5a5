package io.holdfast.sandbox.elasticache;

import static java.util.Objects.requireNonNull;

import io.holdfast.sandbox.datastore.Values;
import java.time.Duration;

/**
 * One accepted change of a group.
 *
 * @param summary what it is, for the event log
 * @param takes how long at realistic pace
 * @param settings the settings it changes; empty when it is about nodes
 * @param migratesSlots whether it moves hash slots, so that its progress is shown
 * @param effect what becomes true when it succeeds
 */
record Change(String summary, Duration takes, Values<Setting> settings, boolean migratesSlots, Runnable effect) {

    Change {
        requireNonNull(summary, "summary");
        requireNonNull(takes, "takes");
        requireNonNull(settings, "settings");
        requireNonNull(effect, "effect");
    }

    static Change ofNodes(String summary, Duration takes, boolean migratesSlots, Runnable effect) {
        return new Change(summary, takes, new Values<>(Setting.class), migratesSlots, effect);
    }
}
