package io.holdfast.desired.git;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.UsernamePasswordCredentialsProvider;

/**
 * With what a server is asked over https. A token in a file is read anew for each fetch, because those of a GitHub App
 * live an hour and are replaced by somebody else.
 */
public final class Credentials {
    /** Longer than any token; what is longer is the wrong file. */
    private static final int LONGEST = 16 * 1024;

    private final String username;
    private final Optional<Secret> token;
    private final Optional<Path> file;

    private Credentials(String username, Optional<Secret> token, Optional<Path> file) {
        this.username = requireNonNull(username, "username");
        this.token = token;
        this.file = file;
    }

    public static Credentials none() {
        return new Credentials("", Optional.empty(), Optional.empty());
    }

    public static Credentials token(String username, String token) {
        return new Credentials(username, Optional.of(new Secret(token)), Optional.empty());
    }

    public static Credentials file(String username, Path file) {
        return new Credentials(username, Optional.empty(), Optional.of(file));
    }

    boolean areThere() {
        return token.isPresent() || file.isPresent();
    }

    /** What JGit asks when the server does; without credentials it is told that there are none, and not to ask further. */
    CredentialsProvider provider() throws IOException {
        Optional<Secret> secret = file.isPresent() ? Optional.of(read(file.get())) : token;
        return secret.<CredentialsProvider>map(it -> new UsernamePasswordCredentialsProvider(username, it.reveal()))
                .orElseGet(NoCredentials::new);
    }

    private static Secret read(Path file) throws IOException {
        String text;
        try (var in = Files.newInputStream(file)) {
            text = new String(in.readNBytes(LONGEST), UTF_8).strip();
        } catch (IOException unreadable) {
            // Its own message is the bare path.
            throw new IOException("the file " + file + " (holdfast.source.token-file) cannot be read");
        }
        if (text.isEmpty() || text.chars().anyMatch(Character::isISOControl)) {
            throw new IOException("the file " + file + " holds no token: it must be one line");
        }
        return new Secret(text);
    }

    @Override
    public String toString() {
        return file.map(it -> "token in " + it).orElse(token.isPresent() ? "token" : "none");
    }
}
