package io.holdfast.sandbox;

import io.holdfast.sandbox.wire.AwsError;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/**
 * The sandbox as it was, or as it would be without some writes: a second cloud in which the remaining writes happen again at their
 * times. Same seeds, same clock, so same ids. It costs time in proportion to the history, which only tests with such faults pay.
 */
final class Past {

    private final Pace pace;
    private final Map<String, Service> services;

    Past(Pace pace, Map<String, Service> services) {
        this.pace = pace;
        this.services = services;
    }

    /** What the call would be answered at the time, if only these writes had happened. */
    Map<String, Object> answer(List<History.Write> writes, Instant time, Asked asked) {
        var clock = new ReplayClock();
        var cloud = new Cloud(clock, pace, 0, services);
        for (var write : writes) {
            clock.now = write.time();
            cloud.timeline().settle();
            repeat(cloud, write);
        }
        clock.now = time;
        cloud.timeline().settle();
        return cloud.perform(asked, 0);
    }

    private static void repeat(Cloud cloud, History.Write write) {
        try {
            cloud.perform(write.asked(), write.seed());
        } catch (AwsError refused) {
            // It built on a write that is left out here: then it has not happened either.
        }
    }

    private static final class ReplayClock extends Clock {

        private Instant now = Instant.EPOCH;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            InstantSource source = this;
            return source.withZone(zone);
        }
    }
}
