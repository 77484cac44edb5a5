package io.holdfast.ledger;

import static java.util.Objects.requireNonNull;

import io.holdfast.model.Revision;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The text a desired state was loaded from, so that it can stay in force while a newer one does not load. Only what
 * loaded comes here, and nothing loads that carries a secret value.
 *
 * @param environment whose desired state
 * @param revision the commit it came from
 * @param path the file or folder it was read from, relative to the source's root
 * @param files file path, relative to the source's root, to its text
 */
public record Sources(String environment, Revision revision, String path, SortedMap<String, String> files) {
    public Sources {
        requireNonNull(environment, "environment");
        requireNonNull(revision, "revision");
        requireNonNull(path, "path");
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    public static Sources of(String environment, Revision revision, String path, Map<String, String> files) {
        return new Sources(environment, revision, path, new TreeMap<>(files));
    }
}
