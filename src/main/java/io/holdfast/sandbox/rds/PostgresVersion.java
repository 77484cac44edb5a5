package io.holdfast.sandbox.rds;

import java.util.Comparator;

/**
 * A PostgreSQL version.
 *
 * @param major such as 15
 * @param minor such as 14; compared as a number, so 15.9 comes before 15.10
 */
record PostgresVersion(int major, int minor) implements Comparable<PostgresVersion> {

    private static final Comparator<PostgresVersion> ORDER =
            Comparator.comparingInt(PostgresVersion::major).thenComparingInt(PostgresVersion::minor);

    /** Reads a full version, as every instance has one. */
    static PostgresVersion of(String text) {
        var parts = text.split("\\.", -1);
        return new PostgresVersion(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    }

    String text() {
        return major + "." + minor;
    }

    /** The family of the parameter groups that fit. */
    String family() {
        return "postgres" + major;
    }

    /** The option group AWS keeps for the major version. */
    String defaultOptionGroup() {
        return "default:postgres-" + major;
    }

    boolean isSameMajor(PostgresVersion other) {
        return major == other.major;
    }

    @Override
    public int compareTo(PostgresVersion other) {
        return ORDER.compare(this, other);
    }
}
