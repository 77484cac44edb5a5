package io.holdfast.desired;

import io.holdfast.desired.folder.Sheet;
import io.holdfast.desired.folder.Snapshot;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.SortedMap;

/** The environments of snapshots, unread; a snapshot that several environments come from is taken apart once. */
final class Drafts {
    private final IdentityHashMap<Snapshot, SortedMap<String, Draft>> taken = new IdentityHashMap<>();

    /** An environment as its files were found; empty where there is nothing of it. */
    Optional<Draft> of(String environment, Sheet sheet) {
        return sheet.snapshot()
                .map(it -> taken.computeIfAbsent(it, Environments::in).get(environment));
    }
}
