package io.holdfast.desired.git;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a repository is, as an operator wrote it and as far as that may be. There is never a credential in it, so that it
 * can be shown.
 *
 * @param way how it is reached
 * @param text as JGit and people read it
 * @param host the server; absent for a repository on this machine
 */
public record Address(Way way, String text, Optional<String> host) {
    private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://.*");

    /** {@code git@host:path}, which is ssh's own way to write an address. */
    private static final Pattern SHORT_SSH = Pattern.compile(
            "(?:[A-Za-z0-9_][A-Za-z0-9._-]*@)?([A-Za-z0-9][A-Za-z0-9.-]*):([^:@/-][^:@]*|/[^:@/][^:@]*)");

    private static final Pattern HOST =
            Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?\\.?|\\[[0-9A-Fa-f:.]+]");
    private static final Pattern USER = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]*");
    private static final String ALLOWED =
            "https://HOST/PATH, ssh://USER@HOST/PATH, USER@HOST:PATH, file:///PATH, a folder on"
                    + " this machine, or http://PATH on this machine itself";

    /** How a repository is reached. */
    public enum Way {
        /** Over the web, encrypted. */
        HTTPS,
        /** Over the web, in the clear, and so on this machine only. */
        HTTP,
        /** As a user of another machine. */
        SSH,
        /** A folder on this machine. */
        LOCAL;

        private String scheme() {
            return name().toLowerCase(Locale.ROOT) + "://";
        }
    }

    public Address {
        requireNonNull(way, "way");
        requireNonNull(text, "text");
        requireNonNull(host, "host");
    }

    /**
     * Reads what an operator wrote.
     *
     * @throws IllegalArgumentException when it may not be asked; what was written is not repeated, because it may hold a
     *     password
     */
    public static Address of(String written) {
        if (written.isBlank()
                || written.chars().anyMatch(it -> it <= ' ' || it == '\\' || Character.isISOControl(it))) {
            throw refused("holds spaces, control characters or backslashes, or nothing");
        }
        Matcher scheme = SCHEME.matcher(written);
        if (scheme.matches()) {
            return withScheme(scheme.group(1).toLowerCase(Locale.ROOT), written);
        }
        if (written.contains("::")) {
            throw refused("asks for a program to be run");
        }
        Matcher ssh = SHORT_SSH.matcher(written);
        if (ssh.matches()) {
            return new Address(Way.SSH, written, Optional.of(allowed(ssh.group(1))));
        }
        if (written.startsWith("-") || written.contains(":") || written.contains("@")) {
            throw refused("is none that is known");
        }
        return local(Path.of(written));
    }

    private static Address withScheme(String scheme, String written) {
        URI uri = parsed(written);
        return switch (scheme) {
            case "https" -> web(Way.HTTPS, uri);
            case "http" -> web(Way.HTTP, uri);
            case "ssh" -> ssh(uri);
            case "file" -> file(uri);
            default -> throw refused("has the scheme " + scheme + ", which is not allowed");
        };
    }

    private static URI parsed(String written) {
        try {
            URI uri = new URI(written);
            if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
                throw refused("has a query or a fragment");
            }
            return uri;
        } catch (URISyntaxException broken) {
            // Its message repeats the address, password and all.
            throw refused("cannot be read");
        }
    }

    private static Address web(Way way, URI uri) {
        if (uri.getRawAuthority() != null && uri.getRawAuthority().contains("@")) {
            throw refused("holds credentials; they belong in holdfast.source.token-file");
        }
        String host = allowed(uri.getHost());
        if (way == Way.HTTP && !Neighbourhood.isThisMachine(host)) {
            throw refused(
                    "is http, which everybody on the way can read and change; it is allowed on this machine only");
        }
        String path = uri.getRawPath();
        return new Address(way, way.scheme() + host + port(uri) + path(path), Optional.of(host));
    }

    private static Address ssh(URI uri) {
        String user = uri.getRawUserInfo();
        if (user != null && user.contains(":")) {
            throw refused("holds a password; ssh takes a key, holdfast.source.ssh.key");
        }
        if (user != null && !USER.matcher(user).matches()) {
            throw refused("has no name of a user before the @");
        }
        String host = allowed(uri.getHost());
        String at = user == null ? "" : user + "@";
        return new Address(Way.SSH, "ssh://" + at + host + port(uri) + path(uri.getRawPath()), Optional.of(host));
    }

    private static Address file(URI uri) {
        boolean elsewhere =
                uri.getRawAuthority() != null && !uri.getRawAuthority().equals("localhost");
        if (elsewhere || uri.getPath() == null || uri.getPath().length() < 2) {
            throw refused("is file:, and names another machine or no folder");
        }
        return local(Path.of(uri.getPath()));
    }

    private static Address local(Path folder) {
        return new Address(Way.LOCAL, folder.toAbsolutePath().normalize().toString(), Optional.empty());
    }

    private static String allowed(String host) {
        if (host == null || !HOST.matcher(host).matches()) {
            throw refused("names no host");
        }
        if (Neighbourhood.isOffLimits(host)) {
            throw refused("names a host that gives out the credentials of this machine");
        }
        return host.toLowerCase(Locale.ROOT);
    }

    private static String path(String path) {
        if (path == null || path.length() < 2 || path.startsWith("/-")) {
            throw refused("names no repository");
        }
        return path;
    }

    private static String port(URI uri) {
        return uri.getPort() < 0 ? "" : ":" + uri.getPort();
    }

    private static IllegalArgumentException refused(String why) {
        return new IllegalArgumentException("holdfast.source.url " + why + "; allowed: " + ALLOWED);
    }

    @Override
    public String toString() {
        return text;
    }
}
