package io.holdfast.aws;

import java.util.Locale;

/** How a member of AWS's API is spelled in YAML, in reports and in state records. */
final class Names {
    private Names() {}

    /** The first word in lower case: {@code DesiredCount}, {@code DBInstanceClass}, {@code MultiAZ}, {@code VPCId}. */
    static String member(String awsName) {
        int capitals = 0;
        while (capitals < awsName.length() && !Character.isLowerCase(awsName.charAt(capitals))) {
            capitals++;
        }
        boolean nextWordBegins = capitals > 1 && capitals < awsName.length();
        int first = nextWordBegins ? capitals - 1 : capitals;
        return awsName.substring(0, first).toLowerCase(Locale.ROOT) + awsName.substring(first);
    }
}
