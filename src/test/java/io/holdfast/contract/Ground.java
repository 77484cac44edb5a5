package io.holdfast.contract;

import static java.util.Objects.requireNonNull;

import io.holdfast.estate.Estate;
import io.holdfast.estate.Place;
import io.holdfast.model.Sync;
import io.holdfast.report.EnvironmentStatus;
import io.holdfast.sandbox.Pace;
import java.time.Duration;
import java.util.function.Predicate;

/**
 * Where a contract is asked, and how long one waits there.
 *
 * @param place the AWS
 * @param step the time between two passes
 * @param leastRestHours hours that pass before each change and before each repair, if the contract does not say more
 * @param mostBirthPasses how many passes may go by until what is declared is there as far as it ever is
 * @param settled whether nothing is left to wait for
 */
record Ground(
        Place place, Duration step, int leastRestHours, int mostBirthPasses, Predicate<EnvironmentStatus> settled) {
    private static final int MOST_PASSES = 90;

    Ground {
        requireNonNull(place, "place");
        requireNonNull(step, "step");
        requireNonNull(settled, "settled");
    }

    /** The sandbox, where what takes AWS long takes little: that is not what is judged here. */
    static Ground sandbox() {
        return new Ground(Place.sandbox(Pace.quick()), Duration.ofMinutes(1), 0, 90, Estate::isSettled);
    }

    /**
     * A program whose deployments never end. After an hour Holdfast takes one that does not end for stuck, and goes on; what
     * is as declared is then all there is to wait for.
     */
    static Ground endless(Place place) {
        return new Ground(place, Duration.ofMinutes(10), 2, 10, it -> it.sync() == Sync.SYNCED);
    }

    void converge(Estate estate, String environment) {
        estate.converge(environment, MOST_PASSES, step, settled);
    }
}
