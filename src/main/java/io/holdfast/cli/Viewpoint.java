package io.holdfast.cli;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * From where desired and live are looked at.
 *
 * @param folder the environments
 * @param revision the commit whose folder is meant, as git would be told of it; absent for the folder as it is on disk
 * @param endpoint asked instead of AWS; absent for AWS itself
 * @param ownCredentials whether the role an environment names is left alone: whoever runs this with rights of their own
 *     may not want to be led to others by a file
 */
public record Viewpoint(Path folder, Optional<String> revision, Optional<URI> endpoint, boolean ownCredentials) {
    public Viewpoint {
        requireNonNull(folder, "folder");
        requireNonNull(revision, "revision");
        requireNonNull(endpoint, "endpoint");
    }
}
