package io.holdfast.web.hook;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The secrets by which a delivery is believed; the old and the new one while one replaces the other. */
@FunctionalInterface
public interface HookSecrets {
    /**
     * As they are now.
     *
     * @throws IOException when that cannot be told; its message says why, and nothing of a secret
     */
    List<HookSecret> now() throws IOException;

    /**
     * Secrets that stay what they are.
     *
     * @throws IllegalArgumentException when one is too short
     */
    static HookSecrets of(List<String> secrets) {
        List<HookSecret> all = secrets.stream().map(HookSecret::of).toList();
        return () -> all;
    }

    /** The lines of a file, read anew for each delivery: secrets are taken away in a hurry. */
    static HookSecrets file(Path file) {
        return new SecretFile(file);
    }
}
