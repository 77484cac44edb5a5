package io.holdfast.model;

import static java.util.Objects.requireNonNull;

/**
 * A place in a desired-state file.
 *
 * @param file path relative to the source folder's root
 * @param line from 1
 * @param column from 1
 */
public record Location(String file, int line, int column) {
    public Location {
        requireNonNull(file, "file");
    }

    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
