package io.holdfast.sandbox.elasticache;

import io.holdfast.sandbox.datastore.Values;
import java.util.Set;
import java.util.regex.Pattern;

/** The AUTH token: checked, then forgotten; only whether there is one is kept. No message repeats it. */
final class AuthTokens {

    /** 16 to 128 printable characters but slash, double quote and at sign (API Reference, AuthToken). */
    private static final Pattern TOKEN = Pattern.compile("[!-~&&[^/\"@]]{16,128}");

    private static final Set<String> STRATEGIES = Set.of("SET", "ROTATE", "DELETE");

    /** What stands for a token that is set. */
    private static final String KEPT = "kept";

    private AuthTokens() {}

    static void settleNew(Values<Setting> values) {
        if (values.has(Setting.AUTH_TOKEN)) {
            check(values, values);
            values.put(Setting.AUTH_TOKEN, KEPT);
        }
    }

    /** Checks a change of the token and puts in its place what is to be kept. */
    static void settleChange(Values<Setting> asked, Values<Setting> live, String strategy) {
        if (!asked.has(Setting.AUTH_TOKEN) && strategy.isEmpty()) {
            return;
        }
        if (!STRATEGIES.contains(strategy)) {
            throw Refusal.combination("AuthTokenUpdateStrategy must be SET, ROTATE or DELETE.");
        }
        if (!strategy.equals("DELETE")) {
            check(asked, live.overlaidWith(asked));
        }
        asked.put(Setting.AUTH_TOKEN, strategy.equals("DELETE") ? "" : KEPT);
    }

    private static void check(Values<Setting> asked, Values<Setting> next) {
        if (!next.flag(Setting.TRANSIT_ENCRYPTION)) {
            throw Refusal.combination(
                    "The AUTH token modification is only supported when encryption-in-transit is enabled.");
        }
        if (!TOKEN.matcher(asked.text(Setting.AUTH_TOKEN)).matches()) {
            throw Refusal.value("Invalid AuthToken provided.");
        }
    }
}
