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
    private final boolean discreet;
    private int foreign;

    /** @param discreet whether what belongs to others is only counted */
    Notes(boolean discreet) {
        this.discreet = discreet;
    }

    void left(String sentence) {
        left.add(sentence);
    }

    void foreign(String what, String owner) {
        foreign++;
        if (!discreet) {
            left(what + " belongs to somebody else: " + owner);
        }
    }

    void missing(String what) {
        missing.add("there is no " + what);
    }

    void notSeen(String what) {
        notSeen.add(what);
    }

    List<String> left() {
        List<String> all = new ArrayList<>(left);
        if (discreet && foreign > 0) {
            all.add(foreign + (foreign == 1 ? " resource belongs" : " resources belong")
                    + " to somebody else; who may see every environment is told which");
        }
        return all;
    }

    List<String> notSeen() {
        return new ArrayList<>(notSeen);
    }

    Exported with(String yaml) {
        return new Exported(yaml, left(), new ArrayList<>(missing), notSeen());
    }
}
