package io.holdfast.report.document;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param items in the order of the list
 * @param next the {@code cursor} that asks for the page behind this one; absent on the last
 */
public record PageDocument<T>(List<T> items, Optional<String> next) {
    /**
     * The first so many of the items that were fetched; any beyond them tell that there is another page.
     *
     * @param cursor what names an item, so that the next page begins behind it
     */
    public static <T> PageDocument<T> of(List<T> fetched, int limit, Function<T, String> cursor) {
        boolean isLast = fetched.size() <= limit;
        List<T> items = isLast ? fetched : fetched.subList(0, limit);
        return new PageDocument<>(
                List.copyOf(items), isLast ? Optional.empty() : Optional.of(cursor.apply(items.get(limit - 1))));
    }
}
