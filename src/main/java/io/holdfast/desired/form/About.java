package io.holdfast.desired.form;

import static java.util.Objects.requireNonNull;

/**
 * Where people can read what a form is about: in the Javadoc of a type, or of one of its members.
 *
 * @param type which type
 * @param member a record component or a constant of it; empty for the type itself
 */
public record About(Class<?> type, String member) {
    public About {
        requireNonNull(type, "type");
        requireNonNull(member, "member");
    }

    public static About type(Class<?> type) {
        return new About(type, "");
    }

    @Override
    public String toString() {
        return member.isEmpty() ? type.getName() : type.getName() + "." + member;
    }
}
