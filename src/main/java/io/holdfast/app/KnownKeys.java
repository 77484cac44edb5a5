package io.holdfast.app;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * The keys under {@code holdfast.auth}. A misspelt one is refused at the start: {@code expire-at} for {@code expires-at}
 * would make a token that never ends.
 */
final class KnownKeys {
    private static final String PREFIX = "holdfast.auth.";
    private static final Pattern KNOWN = Pattern.compile("holdfast\\.auth\\.(anonymous-reads|anonymous-metrics"
            + "|tokens\\.(\"[^\"]+\"|[^.\"]+)\\.(hash(\\[[0-9]+])?|expires-at|roles)"
            + "|oidc\\.roles\\..+)");

    private static final String VARIABLE_PREFIX = "HOLDFAST_AUTH_";
    private static final Pattern KNOWN_VARIABLE = Pattern.compile("HOLDFAST_AUTH_(ANONYMOUS_READS|ANONYMOUS_METRICS"
            + "|TOKENS_.+_(HASH|HASH_[0-9]+_|EXPIRES_AT|ROLES)|OIDC_ROLES_.+)");

    private KnownKeys() {}

    /** @throws IllegalArgumentException when one of the names, of properties and of environment variables, is of no use */
    static void refuseOthers(Iterable<String> names) {
        Optional<String> strange = StreamSupport.stream(names.spliterator(), false)
                .filter(KnownKeys::isStrange)
                .sorted()
                .findFirst();
        strange.ifPresent(it -> {
            throw new IllegalArgumentException(it + " is no key; under holdfast.auth there is "
                    + String.join(
                            ", ",
                            List.of(
                                    "anonymous-reads",
                                    "anonymous-metrics",
                                    "tokens.NAME.hash",
                                    "tokens.NAME.expires-at",
                                    "tokens.NAME.roles",
                                    "oidc.roles.ROLE")));
        });
    }

    private static boolean isStrange(String name) {
        return isVariable(name)
                ? !KNOWN_VARIABLE.matcher(name).matches()
                : name.startsWith(PREFIX) && !KNOWN.matcher(name).matches();
    }

    private static boolean isVariable(String name) {
        return name.startsWith(VARIABLE_PREFIX) && name.equals(name.toUpperCase(Locale.ROOT));
    }
}
