package io.holdfast.sandbox.elasticache;

import java.util.Locale;
import java.util.regex.Pattern;

/** Names in ElastiCache: stored in lower case, begin with a letter, no two hyphens in a row and none at the end. */
final class Identifiers {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final int LONGEST_GROUP = 40;
    private static final int LONGEST = 255;

    private Identifiers() {}

    static String replicationGroup(String name) {
        return check("ReplicationGroupIdentifier", name, LONGEST_GROUP);
    }

    static String other(String parameter, String name) {
        return check(parameter, name, LONGEST);
    }

    private static String check(String parameter, String name, int longest) {
        var lower = name.toLowerCase(Locale.ROOT);
        if (lower.length() > longest || !NAME.matcher(lower).matches()) {
            throw Refusal.value("The parameter " + parameter
                    + " is not a valid identifier. Identifiers must begin with a letter; must"
                    + " contain only ASCII letters, digits, and hyphens; must be at most " + longest
                    + " characters long; and must not end with a hyphen or contain two consecutive hyphens.");
        }
        return lower;
    }
}
