package io.holdfast.model;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What was found of a kind, and how much of it that is.
 *
 * @param finds by key
 * @param blind what could not be looked at; without any, the finds are all there are
 * @param missing what was asked for by name, and AWS says that it is not there
 * @param left what was seen and is not among the finds, each in a sentence that says why
 */
public record Exploration<S>(List<Find<S>> finds, List<Blind> blind, List<String> missing, List<String> left) {
    public Exploration {
        finds = List.copyOf(finds);
        blind = List.copyOf(blind);
        missing = List.copyOf(missing);
        left = List.copyOf(left);
    }

    public static <S> Exploration<S> nothing() {
        return new Exploration<>(List.of(), List.of(), List.of(), List.of());
    }

    /**
     * A place nobody could look at.
     *
     * @param what for people: {@code the services of cluster main}
     * @param fault why
     */
    public record Blind(String what, Fault fault) {
        public Blind {
            requireNonNull(what, "what");
            requireNonNull(fault, "fault");
        }

        @Override
        public String toString() {
            return what + ": " + fault;
        }
    }
}
