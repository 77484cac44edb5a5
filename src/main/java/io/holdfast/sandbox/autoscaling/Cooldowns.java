package io.holdfast.sandbox.autoscaling;

import io.holdfast.sandbox.World;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * The last scaling of each target. While its cooldown lasts, growing starts again from the count before it, so that only a larger
 * breach adds anything; shrinking waits (Application Auto Scaling guide, cooldown period).
 */
final class Cooldowns {

    private final World world;
    private final Map<TargetKey, Last> lasts = new HashMap<>();

    private Cooldowns(World world) {
        this.world = world;
    }

    static Cooldowns of(World world) {
        return world.part(Cooldowns.class, () -> new Cooldowns(world));
    }

    void started(TargetKey key, int from, int to, PolicyRule rule) {
        var until = world.timeline().now().plus(rule.cooldown(to - from));
        lasts.put(key, new Last(base(key, from), to, until));
    }

    /** The count a policy starts from. */
    int base(TargetKey key, int current) {
        var last = running(key);
        return last != null && last.grew() ? Math.min(last.from(), current) : current;
    }

    /** Whether a move has to wait for the cooldown to end. */
    boolean forbids(TargetKey key, int current, int wanted) {
        return running(key) != null && wanted < current;
    }

    private Last running(TargetKey key) {
        var last = lasts.get(key);
        return last != null && world.timeline().now().isBefore(last.until()) ? last : null;
    }

    private record Last(int from, int to, Instant until) {

        boolean grew() {
            return to > from;
        }
    }
}
