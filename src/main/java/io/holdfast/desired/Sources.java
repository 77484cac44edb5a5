package io.holdfast.desired;

import static java.util.Objects.requireNonNull;

import io.holdfast.model.Revision;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The texts that one environment was loaded from.
 *
 * @param environment its name
 * @param revision the commit they came from
 * @param path the file or folder it was read from, as in messages
 * @param files file path to text; the files that are extended included
 */
public record Sources(String environment, Revision revision, String path, SortedMap<String, String> files) {
    public Sources {
        requireNonNull(environment, "environment");
        requireNonNull(revision, "revision");
        requireNonNull(path, "path");
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }
}
