package io.holdfast.sandbox.rds;

import io.holdfast.sandbox.datastore.Values;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Changes accepted and not yet carried out. A parked change waits for the maintenance window; a released one is about to happen.
 * Asking again for a parked setting replaces what was asked before.
 */
final class PendingChanges {

    private final Values<Setting> wanted = new Values<>(Setting.class);
    private final Set<Setting> released = EnumSet.noneOf(Setting.class);

    Values<Setting> wanted() {
        return wanted;
    }

    void park(Setting setting, Object value) {
        wanted.put(setting, value);
    }

    /** Forgets a change: asking for the live value takes a parked change back. */
    void drop(Setting setting) {
        wanted.remove(setting);
        released.remove(setting);
    }

    void release(Setting setting) {
        released.add(setting);
    }

    void releaseAll() {
        released.addAll(wanted.settings());
    }

    boolean hasParked() {
        return !released.containsAll(wanted.settings());
    }

    boolean isParked(Setting setting) {
        return wanted.has(setting) && !released.contains(setting);
    }

    /** The first kind of work the released changes take, in AWS's order; empty when nothing is due. */
    Optional<Work> next(Values<Setting> live) {
        return released.stream().map(setting -> workOf(setting, live)).min(Comparator.naturalOrder());
    }

    /** Takes out the released changes this kind of work brings about. */
    Values<Setting> take(Work work, Values<Setting> live) {
        var taken = new Values<>(Setting.class);
        for (var setting : Set.copyOf(released)) {
            if (workOf(setting, live) == work) {
                wanted.get(setting).ifPresent(value -> taken.put(setting, value));
                drop(setting);
            }
        }
        return taken;
    }

    private Work workOf(Setting setting, Values<Setting> live) {
        return setting.work(live, wanted.get(setting).orElse(""));
    }
}
