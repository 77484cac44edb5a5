package io.holdfast.desired.git.trust;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files of keys that are believed. They lie outside of the repository, so that nobody can commit themselves in. They
 * are read at every look, because keys are taken away in a hurry; times of change were not trusted with that: a file put
 * in place by a copy keeps its old one.
 */
public final class PinnedKeys {
    /** More than ten thousand keys have; a larger file is a mistake. */
    private static final int MOST = 16 << 20;

    private final List<Path> gpg;
    private final List<Path> ssh;
    private Optional<Read> last = Optional.empty();

    /**
     * Keys in files.
     *
     * @param gpg files of ASCII-armoured OpenPGP public keys
     * @param ssh files of allowed signers, as OpenSSH writes them
     * @throws IllegalArgumentException when there is no file: nothing would ever be believed
     */
    public PinnedKeys(List<Path> gpg, List<Path> ssh) {
        this.gpg = List.copyOf(gpg);
        this.ssh = List.copyOf(ssh);
        if (gpg.isEmpty() && ssh.isEmpty()) {
            throw new IllegalArgumentException("no file of keys is named, so no signature would ever be believed");
        }
    }

    private record Read(List<String> texts, Keyring keyring) {}

    /** Why nobody would be believed as the files are now; absent when somebody would. */
    public Optional<String> trouble() {
        try {
            return now().isEmpty() ? Optional.of("there is no key in " + files()) : Optional.empty();
        } catch (Unreadable strange) {
            return Optional.of(strange.getMessage());
        }
    }

    private String files() {
        return Stream.concat(gpg.stream(), ssh.stream()).map(Path::toString).collect(Collectors.joining(", "));
    }

    /** The keys as their files are now; parsed again only when they are others. */
    synchronized Keyring now() throws Unreadable {
        List<String> texts = new ArrayList<>();
        for (List<Path> files : List.of(gpg, ssh)) {
            for (Path file : files) {
                texts.add(text(file));
            }
        }
        Optional<Read> known = last.filter(it -> it.texts().equals(texts));
        if (known.isPresent()) {
            return known.get().keyring();
        }
        Keyring keyring = parsed(texts);
        last = Optional.of(new Read(texts, keyring));
        return keyring;
    }

    private static String text(Path file) throws Unreadable {
        try (var in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST + 1);
            if (bytes.length > MOST) {
                throw new Unreadable(file + ": it is larger than " + (MOST >> 20) + " MiB");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (NoSuchFileException missing) {
            throw new Unreadable(file + ": there is no such file", missing);
        } catch (IOException broken) {
            throw new Unreadable(file + ": it cannot be read", broken);
        }
    }

    private Keyring parsed(List<String> texts) throws Unreadable {
        List<GpgKeys> openpgp = new ArrayList<>();
        List<AllowedSigners> signers = new ArrayList<>();
        int next = 0;
        for (Path file : gpg) {
            openpgp.add(at(file, texts.get(next++), GpgKeys::parse));
        }
        for (Path file : ssh) {
            signers.add(at(file, texts.get(next++), AllowedSigners::parse));
        }
        return new Keyring(GpgKeys.union(openpgp), AllowedSigners.union(signers));
    }

    private interface Parser<T> {
        T parse(String text) throws Unreadable;
    }

    private static <T> T at(Path file, String text, Parser<T> parser) throws Unreadable {
        try {
            return parser.parse(text);
        } catch (Unreadable strange) {
            throw new Unreadable(file + ": " + strange.getMessage(), strange);
        }
    }
}
