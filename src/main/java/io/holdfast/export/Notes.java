package io.holdfast.export;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What there is to say beside the file, in the order in which it came up; nothing twice. */
final class Notes {
    private final Set<String> left = new LinkedHashSet<>();
    private final Set<String> missing = new LinkedHashSet<>();
    private final Set<String> notSeen = new LinkedHashSet<>();

    void left(String sentence) {
        left.add(sentence);
    }

    void missing(String what) {
        missing.add("there is no " + what);
    }

    void notSeen(String what) {
        notSeen.add(what);
    }

    List<String> left() {
        return new ArrayList<>(left);
    }

    List<String> notSeen() {
        return new ArrayList<>(notSeen);
    }

    Exported with(String yaml) {
        return new Exported(yaml, left(), new ArrayList<>(missing), notSeen());
    }
}
