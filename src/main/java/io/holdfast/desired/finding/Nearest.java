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
                .filter(name -> distance(written, name) <= Math.max(1, name.length() / 3))
                .min(Comparator.comparingInt((String name) -> distance(written, name))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** How many letters to add, drop or exchange (Levenshtein), upper and lower case being the same. */
    static int distance(String one, String other) {
        String left = one.toLowerCase(Locale.ROOT);
        String right = other.toLowerCase(Locale.ROOT);
        int[] above = new int[right.length() + 1];
        for (int column = 0; column <= right.length(); column++) {
            above[column] = column;
        }
        for (int row = 1; row <= left.length(); row++) {
            above = next(above, left.charAt(row - 1), right, row);
        }
        return above[right.length()];
    }

    private static int[] next(int[] above, char letter, String right, int row) {
        int[] here = new int[above.length];
        here[0] = row;
        for (int column = 1; column < above.length; column++) {
            int exchanged = above[column - 1] + (letter == right.charAt(column - 1) ? 0 : 1);
            here[column] = Math.min(exchanged, Math.min(above[column], here[column - 1]) + 1);
        }
        return here;
    }
}
