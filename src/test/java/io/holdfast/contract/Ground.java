package io.holdfast.contract;

import static java.util.Objects.requireNonNull;

import io.holdfast.estate.Estate;
import io.holdfast.estate.Place;
import io.holdfast.sandbox.Pace;
import java.time.Duration;

/**
 * Where a contract is asked, and how long one waits there.
 *
 * @param place the AWS
 * @param mostPasses how many passes may go by until all is as declared and well
 */
record Ground(Place place, int mostPasses) {
    /** The time between two passes. */
    static final Duration STEP = Duration.ofMinutes(1);

    Ground {
        requireNonNull(place, "place");
    }

    /** The sandbox, where what takes AWS long takes little: that is not what is judged here. */
    static Ground sandbox() {
        return new Ground(Place.sandbox(Pace.quick()), 90);
    }

    /** A program that does at once what it does at all: whoever waits longer waits in vain. */
    static Ground prompt(Place place) {
        return new Ground(place, 10);
    }

    void converge(Estate estate, String environment) {
        estate.converge(environment, mostPasses, STEP);
    }
}
