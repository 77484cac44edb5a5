package io.holdfast.cli;

import static java.util.Objects.requireNonNull;

import java.security.SecureRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * What commands are given of the process they run in.
 *
 * @param chance gives what tokens are made from; asked only then, because it takes a while to come
 * @param environment the value of an environment variable, null for one that is not set
 * @param terminal whether a person reads along who wants colours
 */
public record Surroundings(Supplier<SecureRandom> chance, UnaryOperator<String> environment, BooleanSupplier terminal) {
    public Surroundings {
        requireNonNull(chance, "chance");
        requireNonNull(environment, "environment");
        requireNonNull(terminal, "terminal");
    }
}
