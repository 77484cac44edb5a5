package io.holdfast.app;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * The environment variables under {@code HOLDFAST_AUTH}. A misspelt one is refused at the start, as a misspelt key is by
 * the configuration itself: {@code …_EXPIRE_AT} for {@code …_EXPIRES_AT} would make a token that never ends.
 */
final class KnownKeys {
    private static final String PREFIX = "HOLDFAST_AUTH_";
    private static final Pattern KNOWN = Pattern.compile("HOLDFAST_AUTH_(ANONYMOUS_READS|ANONYMOUS_METRICS"
            + "|TOKENS_.+_(HASH|HASH_[0-9]+_|EXPIRES_AT|ROLES)|OIDC_ROLES_.+)");

    private KnownKeys() {}

    /** @throws IllegalArgumentException when one of the names of properties and variables is a variable nobody reads */
    static void refuseOthers(Iterable<String> names) {
        Optional<String> strange = StreamSupport.stream(names.spliterator(), false)
                .filter(it -> it.startsWith(PREFIX) && !KNOWN.matcher(it).matches())
                .sorted()
                .findFirst();
        strange.ifPresent(it -> {
            throw new IllegalArgumentException(it + " is read by nobody; behind " + PREFIX
                    + " there is ANONYMOUS_READS, ANONYMOUS_METRICS, TOKENS_NAME_HASH, TOKENS_NAME_EXPIRES_AT,"
                    + " TOKENS_NAME_ROLES and OIDC_ROLES_ROLE");
        });
    }
}
