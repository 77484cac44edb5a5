package io.holdfast.kind.rdsinstance;

import java.util.Arrays;
import java.util.Comparator;

/**
 * A version of PostgreSQL. RDS appends a suffix to versions it maintains beyond their life, {@code 11.22-rds.20240418},
 * which says nothing about order.
 *
 * @param major such as 15
 * @param minor such as 8; -1 for a bare major, which is before each of its minors
 */
record EngineVersion(int major, int minor) implements Comparable<EngineVersion> {
    private static final Comparator<EngineVersion> ORDER =
            Comparator.comparingInt(EngineVersion::major).thenComparingInt(EngineVersion::minor);

    static EngineVersion of(String text) {
        int[] numbers = Arrays.stream(text.split("[^0-9]+"))
                .filter(it -> !it.isEmpty())
                .mapToInt(Integer::parseInt)
                .toArray();
        return new EngineVersion(numbers.length > 0 ? numbers[0] : 0, numbers.length > 1 ? numbers[1] : -1);
    }

    boolean isMajor() {
        return minor < 0;
    }

    /** Whether it is what the other one asks for: itself, or any minor of a bare major. */
    boolean meets(EngineVersion asked) {
        return major == asked.major && (asked.isMajor() || minor == asked.minor);
    }

    boolean isLaterMinorOf(EngineVersion other) {
        return major == other.major && minor > other.minor;
    }

    @Override
    public int compareTo(EngineVersion other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return isMajor() ? Integer.toString(major) : major + "." + minor;
    }
}
