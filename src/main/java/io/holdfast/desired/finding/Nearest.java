package io.holdfast.desired.finding;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which of the allowed names was probably meant. */
final class Nearest {
    private Nearest() {}

    /** The closest name, if it is closer than a third of its letters; none is better than a wrong guess. */
    static Optional<String> to(String written, List<String> names) {
        return names.stream()
                .filter(name -> isNear(written, name))
                .min(Comparator.comparingInt((String name) -> distance(written, name))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** The lengths alone tell most of them apart, and a file may be full of long strange words. */
    private static boolean isNear(String written, String name) {
        int most = Math.max(1, name.length() / 3);
        return Math.abs(written.length() - name.length()) <= most && distance(written, name) <= most;
    }

    /**
     * How many letters to add, drop, exchange or swap with their neighbour (Levenshtein's distance with the swaps of
     * Damerau, which are the commonest slip); upper and lower case are the same.
     */
    static int distance(String one, String other) {
        String left = one.toLowerCase(Locale.ROOT);
        String right = other.toLowerCase(Locale.ROOT);
        int[][] steps = new int[left.length() + 1][right.length() + 1];
        for (int row = 0; row <= left.length(); row++) {
            for (int column = 0; column <= right.length(); column++) {
                steps[row][column] = row == 0 || column == 0 ? row + column : cheapest(steps, left, right, row, column);
            }
        }
        return steps[left.length()][right.length()];
    }

    private static int cheapest(int[][] steps, String left, String right, int row, int column) {
        boolean same = left.charAt(row - 1) == right.charAt(column - 1);
        int oneMore = Math.min(steps[row - 1][column], steps[row][column - 1]) + 1;
        int exchanged = steps[row - 1][column - 1] + (same ? 0 : 1);
        boolean swapped = row > 1
                && column > 1
                && left.charAt(row - 1) == right.charAt(column - 2)
                && left.charAt(row - 2) == right.charAt(column - 1);
        int best = Math.min(oneMore, exchanged);
        return swapped ? Math.min(best, steps[row - 2][column - 2] + 1) : best;
    }
}
