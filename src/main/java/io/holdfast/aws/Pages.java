package io.holdfast.aws;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Reads listings to their end. A listing that breaks half-way is a failure, never a short list. */
public final class Pages {
    private Pages() {}

    /**
     * All items of all pages.
     *
     * @param page asks for the page a token names; the first token is {@code null}, as the SDK's builders want it
     * @param hasItems whether the page has its list at all: AWS sends an empty one, so a body without any is not AWS's, and
     *     must not be read as "there are none"
     * @param items what a page holds
     * @param next the token of the page after; {@code null} or empty at the end
     */
    public static <R, T> List<T> all(
            Function<String, R> page, Predicate<R> hasItems, Function<R, List<T>> items, Function<R, String> next) {
        List<T> all = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        String token = null;
        do {
            R answer = page.apply(token);
            if (!hasItems.test(answer)) {
                throw new BrokenPromise("list");
            }
            all.addAll(items.apply(answer));
            token = next.apply(answer);
        } while (isMore(token, seen));
        return List.copyOf(all);
    }

    private static boolean isMore(String token, Set<String> seen) {
        if (token == null || token.isEmpty()) {
            return false;
        }
        if (!seen.add(token)) {
            throw new BrokenPromise("new page behind its token: the listing goes in circles");
        }
        return true;
    }
}
