package io.holdfast.access;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What somebody may do, from least to most; each may do what those before it may. */
public enum Role {
    /** Read reports, plans and events. */
    VIEWER,
    /** Ask for passes, pause and resume. */
    OPERATOR,
    /** Say yes or no to what waits for a person. */
    APPROVER,
    /** Everything, the halt of the whole fleet included. */
    ADMIN;

    /** As configuration writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Role> of(String word) {
        return Arrays.stream(values()).filter(it -> it.word().equals(word)).findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Role::word).toList();
    }

    boolean includes(Role other) {
        return compareTo(other) >= 0;
    }
}
