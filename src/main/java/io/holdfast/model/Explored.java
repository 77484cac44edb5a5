package io.holdfast.model;

import java.util.List;

/** What was found so far of the other kinds: the only way in which explorers meet. */
@FunctionalInterface
public interface Explored {
    /** The keys of a kind's finds, in order. */
    List<String> keys(KindName kind);
}
