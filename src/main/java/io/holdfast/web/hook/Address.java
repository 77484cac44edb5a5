package io.holdfast.web.hook;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a repository is, however one gets there: {@code https://host/acme/shop.git} and {@code git@host:acme/shop} are one
 * address.
 *
 * @param host in lower case, without a port
 * @param path in lower case, without slashes at its ends and without {@code .git}
 */
record Address(String host, String path) implements Comparable<Address> {
    private static final Pattern URL = Pattern.compile(
            "[a-z][a-z0-9+.-]*+://(?:[^/@]*+@)?([^/:@\\[]++|\\[[^]/]*+])(?::[0-9]*+)?/++([^?#]*+).*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    /** As scp writes it. */
    private static final Pattern SHORT = Pattern.compile("(?:[^/@:]*+@)?([^/:@]++):(?!//)/*+(.*+)", Pattern.DOTALL);

    Address {
        requireNonNull(host, "host");
        requireNonNull(path, "path");
    }

    /** Empty for a place on this machine, and for what is no address. */
    static Optional<Address> of(String text) {
        Matcher url = URL.matcher(text);
        Matcher matcher = url.matches() ? url : SHORT.matcher(text);
        return matcher.matches()
                ? Optional.of(new Address(matcher.group(1).toLowerCase(Locale.ROOT), tidy(matcher.group(2))))
                : Optional.empty();
    }

    private static String tidy(String path) {
        String plain = path.toLowerCase(Locale.ROOT);
        int end = plain.length();
        while (end > 0 && plain.charAt(end - 1) == '/') {
            end--;
        }
        String trimmed = plain.substring(0, end);
        return trimmed.endsWith(".git") ? trimmed.substring(0, trimmed.length() - 4) : trimmed;
    }

    @Override
    public int compareTo(Address other) {
        return Comparator.comparing(Address::host).thenComparing(Address::path).compare(this, other);
    }
}
