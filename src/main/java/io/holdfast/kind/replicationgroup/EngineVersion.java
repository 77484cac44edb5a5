package io.holdfast.kind.replicationgroup;

import java.util.Comparator;
import java.util.List;

/**
 * A version of Redis OSS or Valkey, as far as calls name it: since 6, {@code major.minor} (Amazon ElastiCache User
 * Guide, Supported engines and versions).
 */
record EngineVersion(int major, int minor) implements Comparable<EngineVersion> {
    static final String REDIS = "redis";
    static final String VALKEY = "valkey";

    /** Where Redis OSS ends and Valkey begins: 7.1 was the last of the one, 7.2 is the first of the other. */
    private static final EngineVersion FIRST_VALKEY = new EngineVersion(7, 2);

    private static final Comparator<EngineVersion> ORDER =
            Comparator.comparingInt(EngineVersion::major).thenComparingInt(EngineVersion::minor);

    /** The version a text begins with: {@code 7.1} of {@code 7.1.0}. */
    static EngineVersion of(String text) {
        List<String> segments = List.of(text.split("\\.", -1));
        return new EngineVersion(
                Integer.parseInt(segments.get(0)), segments.size() > 1 ? Integer.parseInt(segments.get(1)) : 0);
    }

    /** Whether the engine has a version like that, as far as a declaration tells. */
    static boolean isOffered(String engine, String declared) {
        List<String> segments = List.of(declared.split("\\.", -1));
        int major = Integer.parseInt(segments.get(0));
        boolean isWhole = segments.size() == 1 || segments.get(1).equals("x");
        if (engine.equals(VALKEY)) {
            return isWhole ? major >= FIRST_VALKEY.major : of(declared).compareTo(FIRST_VALKEY) >= 0;
        }
        return isWhole ? major <= FIRST_VALKEY.major : of(declared).compareTo(FIRST_VALKEY) < 0;
    }

    /** Parameter groups belong to one: {@code redis6.x}, {@code redis7}, {@code valkey8}. */
    static String family(String engine, String declared) {
        String major = List.of(declared.split("\\.", -1)).get(0);
        return engine + major + (engine.equals(REDIS) && major.equals("6") ? ".x" : "");
    }

    /** The engine that runs this version: no two of them share one. */
    String engine() {
        return compareTo(FIRST_VALKEY) < 0 ? REDIS : VALKEY;
    }

    @Override
    public int compareTo(EngineVersion other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
