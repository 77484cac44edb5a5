package io.holdfast.sandbox.rds;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The PostgreSQL versions the sandbox offers. PostgreSQL releases a minor of every major on the same day, so the versions form a grid:
 * the newest minors below are one release, those one lower the release before it, and so on.
 */
final class PostgresVersions {

    static final String ENGINE = "postgres";

    /** The newest minors (PostgreSQL release of November 2025). */
    private static final List<PostgresVersion> NEWEST = List.of(
            new PostgresVersion(14, 20),
            new PostgresVersion(15, 15),
            new PostgresVersion(16, 11),
            new PostgresVersion(17, 7));

    /** How many releases back are still offered. */
    private static final int RELEASES = 5;

    /** Releases by which the default minor lags behind the newest; AWS moves its default some weeks after a release. */
    private static final int DEFAULT_LAG = 1;

    private PostgresVersions() {}

    /** Every offered version, oldest first. */
    static List<PostgresVersion> all() {
        return NEWEST.stream().flatMap(PostgresVersions::minors).sorted().toList();
    }

    static Stream<String> families() {
        return NEWEST.stream().map(PostgresVersion::family);
    }

    /** The minor a bare major stands for when an instance is created. */
    static PostgresVersion defaultOf(PostgresVersion newest) {
        return new PostgresVersion(newest.major(), newest.minor() - DEFAULT_LAG);
    }

    static boolean isDefault(PostgresVersion version) {
        return NEWEST.stream().map(PostgresVersions::defaultOf).anyMatch(version::equals);
    }

    /** The version an empty text, a bare major or a full version names; empty when AWS does not offer it. */
    static Optional<PostgresVersion> resolve(String text) {
        if (text.isEmpty()) {
            return Optional.of(defaultOf(NEWEST.get(NEWEST.size() - 1)));
        }
        var majors = NEWEST.stream()
                .filter(newest -> text.equals(Integer.toString(newest.major())))
                .map(PostgresVersions::defaultOf);
        var minors = all().stream().filter(version -> version.text().equals(text));
        return Stream.concat(majors, minors).findFirst();
    }

    /** Where an instance of this version can go: later minors of its major, and of later majors whatever is not older than it. */
    static List<PostgresVersion> upgradeTargets(PostgresVersion from) {
        var targets = new ArrayList<>(all());
        targets.removeIf(to -> to.compareTo(from) <= 0 || releasesBehind(to) > releasesBehind(from));
        targets.sort(Comparator.naturalOrder());
        return targets;
    }

    private static int releasesBehind(PostgresVersion version) {
        return NEWEST.stream()
                .filter(newest -> newest.major() == version.major())
                .mapToInt(newest -> newest.minor() - version.minor())
                .findFirst()
                .orElseThrow();
    }

    private static Stream<PostgresVersion> minors(PostgresVersion newest) {
        return IntStream.range(0, RELEASES)
                .mapToObj(back -> new PostgresVersion(newest.major(), newest.minor() - back));
    }
}
