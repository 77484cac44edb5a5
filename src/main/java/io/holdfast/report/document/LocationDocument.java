package io.holdfast.report.document;

import io.holdfast.model.Location;

/**
 * A line of the YAML.
 *
 * @param file relative to the source's root
 * @param line from 1
 */
public record LocationDocument(String file, int line) {
    public static LocationDocument of(Location location) {
        return new LocationDocument(location.file(), location.line());
    }

    @Override
    public String toString() {
        return file + ":" + line;
    }
}
