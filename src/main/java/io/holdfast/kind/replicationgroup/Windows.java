package io.holdfast.kind.replicationgroup;

import java.util.List;

/** The hours in which AWS takes snapshots, every day, and maintains, once a week; both in UTC. */
final class Windows {
    /** {@code 05:30}. */
    static final String TIME = "([01]\\d|2[0-3]):[0-5]\\d";

    /** {@code sun:}, in either case, and without a flag that editors would not know. */
    static final String DAY =
            "([Mm][Oo][Nn]|[Tt][Uu][Ee]|[Ww][Ee][Dd]|[Tt][Hh][Uu]|[Ff][Rr][Ii]|[Ss][Aa][Tt]|[Ss][Uu][Nn]):";

    private static final int MINUTES_PER_DAY = 24 * 60;

    private Windows() {}

    /** How many minutes a daily span lasts; one that ends before it begins goes on past midnight. */
    static int minutes(String window) {
        List<Integer> ends = ends(window);
        return Math.floorMod(ends.get(1) - ends.get(0), MINUTES_PER_DAY);
    }

    /** Whether two spans share a time of day: the daily one meets the weekly one on whatever day that is. */
    static boolean overlap(String one, String other) {
        return startsWithin(one, other) || startsWithin(other, one);
    }

    private static boolean startsWithin(String one, String other) {
        int gap = ends(one).get(0) - ends(other).get(0);
        return Math.floorMod(gap, MINUTES_PER_DAY) < minutes(other);
    }

    /** First and last minute of the day. */
    private static List<Integer> ends(String window) {
        return List.of(window.split("-", -1)).stream()
                .map(end -> end.substring(end.length() - "05:30".length()))
                .map(time -> Integer.parseInt(time.substring(0, 2)) * 60 + Integer.parseInt(time.substring(3)))
                .toList();
    }
}
