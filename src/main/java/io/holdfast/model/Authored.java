package io.holdfast.model;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * Who wrote a commit, and what they say of it. Nobody vouches for any of it: whoever may push writes what they like. It
 * is kept short here, and made harmless by whoever shows it.
 *
 * @param name the author's, up to {@value #NAME} characters; what is longer is cut and ends in an ellipsis
 * @param email the author's, up to {@value #EMAIL} characters
 * @param at the author's time, for people; nothing is ever ordered by it
 * @param subject the first line of the message, up to {@value #SUBJECT} characters; empty where there is none
 */
public record Authored(String name, String email, Instant at, String subject) {
    private static final int NAME = 100;

    /** The longest address there can be (RFC 5321, section 4.5.3.1). */
    private static final int EMAIL = 254;

    private static final int SUBJECT = 200;

    /** What no database keeps in a text, and no commit needs. */
    private static final char NOTHING = '\0';

    private static final char UNREADABLE = '\uFFFD';

    public Authored {
        name = cut(name, NAME);
        email = cut(email, EMAIL);
        requireNonNull(at, "at");
        subject = cut(subject.lines().findFirst().orElse(""), SUBJECT);
    }

    /** Whether a person of this name or address wrote it; upper and lower case are the same. */
    public boolean isBy(String person) {
        return name.equalsIgnoreCase(person) || email.equalsIgnoreCase(person);
    }

    private static String cut(String text, int most) {
        String whole = text.replace(NOTHING, UNREADABLE);
        if (whole.length() <= most) {
            return whole;
        }
        boolean splits = Character.isHighSurrogate(whole.charAt(most - 2));
        return whole.substring(0, splits ? most - 2 : most - 1) + "…";
    }
}
