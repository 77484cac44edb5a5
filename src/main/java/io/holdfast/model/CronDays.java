package io.holdfast.model;

import java.time.Month;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The days that the fields of a cron expression name. Whoever asks a library for the next of them waits until it has looked
 * through a hundred years; whether there is one at all is a matter of the calendar alone.
 */
public final class CronDays {
    private static final Pattern PART = Pattern.compile("([0-9]+|[A-Z]{3}|\\*)(?:-([0-9]+|[A-Z]{3}))?(?:/([0-9]+))?");

    /** The n-th weekday of a month, of which there are five at most. */
    private static final Pattern NTH = Pattern.compile("[^,]*#([0-9]+)");

    private static final int MOST_WEEKDAYS = 5;
    private static final int LAST_DAY = 31;
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 2199;

    private CronDays() {}

    /**
     * Whether any such day is ever there: the 30th of February is not. True for what is named in another way, such as the
     * last of a month, and for what is no cron field, which is for others to tell.
     *
     * @param fields minutes, hours, day of month, month, day of week, year
     */
    public static boolean exist(List<String> fields) {
        if (fields.size() <= 5) {
            return true;
        }
        // Nearest to a day of a month that has no such day is no day at all.
        String days = fields.get(2).replaceFirst("^([0-9]+)[Ww]$", "$1");
        if (!isAnyWeekday(fields.get(4))) {
            return false;
        }
        if (!isPlain(days) || !isPlain(fields.get(3)) || !isPlain(fields.get(5))) {
            return true;
        }
        int day = values(days, 1, LAST_DAY).stream().findFirst().orElse(1);
        NavigableSet<Integer> months = values(fields.get(3), 1, 12);
        boolean leaps = values(fields.get(5), FIRST_YEAR, LAST_YEAR).stream().anyMatch(java.time.Year::isLeap);
        return months.isEmpty() || months.stream().anyMatch(it -> Month.of(it).length(leaps) >= day);
    }

    /**
     * Fields of which one says the day, and the other that it does not; AWS has no days by both.
     *
     * @param fields as above
     * @throws IllegalArgumentException when both say it
     */
    public static void refuseBoth(List<String> fields) {
        if (!fields.get(2).equals("?") && !fields.get(4).equals("?")) {
            throw new IllegalArgumentException(
                    "says both a day of the month and a day of the week; one of the two is a question mark");
        }
    }

    private static boolean isAnyWeekday(String field) {
        return Stream.of(field.split(",", -1)).anyMatch(it -> {
            Matcher nth = NTH.matcher(it);
            return !nth.matches() || (value(nth.group(1)) >= 1 && value(nth.group(1)) <= MOST_WEEKDAYS);
        });
    }

    private static boolean isPlain(String field) {
        return List.of(field.toUpperCase(Locale.ROOT).split(",", -1)).stream()
                .allMatch(it -> PART.matcher(it).matches());
    }

    private static NavigableSet<Integer> values(String field, int first, int last) {
        NavigableSet<Integer> values = new TreeSet<>();
        for (String part : field.toUpperCase(Locale.ROOT).split(",", -1)) {
            Matcher range = PART.matcher(part);
            if (range.matches()) {
                boolean all = range.group(1).equals("*");
                int from = all ? first : value(range.group(1));
                int step = range.group(3) == null ? 1 : Math.max(1, value(range.group(3)));
                boolean open = all || range.group(3) != null;
                int to = range.group(2) != null ? value(range.group(2)) : open ? last : from;
                IntStream.iterate(from, it -> it <= Math.min(to, last), it -> it + step)
                        .filter(it -> it >= first)
                        .forEach(values::add);
            }
        }
        return values;
    }

    /** Three letters are a month's; more digits than a year has mean nothing. */
    private static int value(String text) {
        if (Character.isLetter(text.charAt(0))) {
            return IntStream.rangeClosed(1, 12)
                    .filter(it -> Month.of(it).name().startsWith(text))
                    .findFirst()
                    .orElse(0);
        }
        return text.length() > 4 ? LAST_YEAR + 1 : Integer.parseInt(text);
    }
}
