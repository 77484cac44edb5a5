package io.holdfast.desired.folder;

import static java.util.Objects.requireNonNull;

import io.holdfast.model.Revision;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the folder looks like without opening a file. Two equal glances with no change underway: it kept still between.
 *
 * @param real the folder itself, once all links to it are followed
 * @param listing its files
 * @param head the commit it is at
 * @param changing whether git is changing it right now
 */
record Glance(Path real, Listing listing, Optional<Revision> head, boolean changing) {
    Glance {
        requireNonNull(real, "real");
        requireNonNull(listing, "listing");
        requireNonNull(head, "head");
    }
}
