package io.holdfast.web.hook;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Secrets in a file, one a line.
 *
 * @param file read anew each time
 */
record SecretFile(Path file) implements HookSecrets {
    /** Thousands of secrets; a larger file is a mistake. */
    private static final int MOST = 64 << 10;

    SecretFile {
        requireNonNull(file, "file");
    }

    @Override
    public List<HookSecret> now() throws IOException {
        List<HookSecret> secrets = new ArrayList<>();
        int number = 0;
        for (String line : text().split("\\R", -1)) {
            number++;
            if (!line.isBlank()) {
                secrets.add(secret(line.strip(), number));
            }
        }
        if (secrets.isEmpty()) {
            throw new IOException(file + " holds no secret");
        }
        return List.copyOf(secrets);
    }

    private String text() throws IOException {
        try (var in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST + 1);
            if (bytes.length > MOST) {
                throw new IOException(file + " is larger than " + (MOST >> 10) + " KiB");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    private HookSecret secret(String line, int number) throws IOException {
        try {
            return HookSecret.of(line);
        } catch (IllegalArgumentException tooShort) {
            throw new IOException("line " + number + " of " + file + ": " + tooShort.getMessage(), tooShort);
        }
    }
}
