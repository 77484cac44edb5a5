package io.holdfast.model;

import static java.util.Objects.requireNonNull;

/**
 * A person or a program that asked for something, for the audit trail.
 *
 * @param name as its token or its identity provider has it: 1 to {@value #LONGEST} characters, none of them a control
 *     character, because it is shown in logs and on terminals
 * @param means how it proved to be that: {@code token} or {@code oidc}; two actors of one name and different means are two
 */
public record Actor(String name, String means) {
    private static final int LONGEST = 255;
    private static final int LONGEST_MEANS = 32;

    public Actor {
        requireNonNull(name, "name");
        requireNonNull(means, "means");
        if (name.isBlank() || name.length() > LONGEST || name.chars().anyMatch(Actor::isUnprintable)) {
            throw new IllegalArgumentException(
                    "an actor's name has 1 to " + LONGEST + " characters, and none that cannot be seen");
        }
        if (means.isBlank() || means.length() > LONGEST_MEANS) {
            throw new IllegalArgumentException("how an actor proved to be one takes a word, not " + means);
        }
    }

    /** Whoever holds a token of the configuration. */
    public static Actor byToken(String name) {
        return new Actor(name, "token");
    }

    /** Whoever an identity provider vouches for. */
    public static Actor byOidc(String name) {
        return new Actor(name, "oidc");
    }

    private static boolean isUnprintable(int character) {
        int type = Character.getType(character);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }

    /** {@code alice (oidc)} */
    @Override
    public String toString() {
        return name + " (" + means + ")";
    }
}
