package io.holdfast.access;

import static java.util.Objects.requireNonNull;

import io.holdfast.model.Actor;
import java.util.Optional;

/**
 * Whoever asks for something.
 *
 * @param proof how it went when they proved who they are
 * @param actor who it is; absent when nobody said so, or when it was not believed
 * @param rights what they may do
 */
public record Visitor(Proof proof, Optional<Actor> actor, Rights rights) {
    public Visitor {
        requireNonNull(proof, "proof");
        requireNonNull(actor, "actor");
        requireNonNull(rights, "rights");
    }

    /** How it went when somebody proved who they are. */
    public enum Proof {
        /** They did, or they did not say who they are. */
        GOOD,
        /**
         * They said so and could not prove it: worse than saying nothing, because whoever has a broken token must hear of
         * it.
         */
        BAD,
        /** Whoever could tell cannot be asked at the moment. */
        UNKNOWN
    }

    public static Visitor known(Actor actor, Rights rights) {
        return new Visitor(Proof.GOOD, Optional.of(actor), rights);
    }

    /** Somebody who did not say who they are. */
    public static Visitor anonymous(boolean mayRead) {
        Rights rights = mayRead ? Rights.everywhere(Role.VIEWER) : Rights.none();
        return new Visitor(Proof.GOOD, Optional.empty(), rights);
    }

    /** Somebody whose token is wrong, expired or meant for somebody else; which of these it is, is not told. */
    public static Visitor disbelieved() {
        return new Visitor(Proof.BAD, Optional.empty(), Rights.none());
    }

    /** Somebody whose token may be good, but nobody can tell now. */
    public static Visitor unchecked() {
        return new Visitor(Proof.UNKNOWN, Optional.empty(), Rights.none());
    }

    /** Whether nobody knows who it is. */
    public boolean isStranger() {
        return actor.isEmpty();
    }

    /** Whether an environment, if there is one of that name, may be shown to them. */
    public boolean sees(String environment) {
        return rights.allow(Role.VIEWER, environment);
    }

    /** Whether every environment may be shown to them, those included that come later. */
    public boolean seesEverything() {
        return rights.allowEverywhere(Role.VIEWER);
    }
}
