package io.holdfast.sandbox;

import io.holdfast.sandbox.wire.AwsError;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** All worlds of a sandbox, the services that change them, and the time they share. */
final class Cloud {

    private final Pace pace;
    private final Map<String, Service> services;
    private final Chance chance;
    private final Timeline timeline;
    private final Map<String, World> worlds = new HashMap<>();

    Cloud(Clock clock, Pace pace, long seed, Map<String, Service> services) {
        this.pace = pace;
        this.services = Map.copyOf(services);
        this.chance = new Chance(seed);
        this.timeline = new Timeline(clock, chance);
    }

    Timeline timeline() {
        return timeline;
    }

    World world(String account, String region) {
        return worlds.computeIfAbsent(
                account + "/" + region, missing -> new World(account, region, timeline, pace, chance));
    }

    /** A seed for the next call. */
    long draw() {
        return chance.draw();
    }

    /** A service that is not here is not implemented, whatever its protocol. */
    void checkOffered(String service) {
        if (!services.containsKey(service)) {
            throw AwsError.notImplemented("the service " + service);
        }
    }

    /** Makes the call with chance of its own; a refusal is thrown. */
    Map<String, Object> perform(Asked asked, long seed) {
        checkOffered(asked.service());
        var service = services.get(asked.service());
        var world = world(asked.account(), asked.region());
        var call = new Call(world, asked.operation(), asked.input(), asked.accessKey());
        return chance.during(seed, () -> service.call(call));
    }
}
