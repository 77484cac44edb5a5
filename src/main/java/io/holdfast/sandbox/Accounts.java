package io.holdfast.sandbox;

import java.util.regex.Pattern;

/**
 * Which account an access key leads to. A key of twelve digits names its account; a key from {@code AssumeRole} carries it; every
 * other key, {@code test} for example, leads to the default account.
 */
public final class Accounts {

    /** Where keys lead that name no account. */
    public static final String DEFAULT = "123456789012";

    private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");
    private static final Pattern SESSION_KEY = Pattern.compile("ASIA(\\d{12})[A-Z0-9]{4}");

    private Accounts() {}

    /** The account of an access key id. */
    public static String of(String accessKey) {
        var session = SESSION_KEY.matcher(accessKey);
        if (session.matches()) {
            return session.group(1);
        }
        return ACCOUNT.matcher(accessKey).matches() ? accessKey : DEFAULT;
    }

    /** An access key id of AWS's twenty characters that leads to the account. */
    public static String sessionKey(String account, String suffix) {
        return "ASIA" + account + suffix;
    }
}
