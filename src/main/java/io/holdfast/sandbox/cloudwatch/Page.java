package io.holdfast.sandbox.cloudwatch;

import io.holdfast.sandbox.wire.AwsError;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One page of an ordered list. The token names the last item handed out, so that a page neither repeats nor skips an item when
 * others come and go in between.
 *
 * @param items what is on the page
 * @param next where the next page begins; empty on the last page
 */
record Page<T>(List<T> items, Optional<String> next) {

    static <T> Page<T> of(List<T> sorted, Function<T, String> key, int size, Optional<String> token) {
        var after = token.map(Page::decode);
        var rest = sorted.stream()
                .filter(item -> after.isEmpty() || key.apply(item).compareTo(after.get()) > 0)
                .toList();
        if (rest.size() <= size) {
            return new Page<>(rest, Optional.empty());
        }
        return new Page<>(rest.subList(0, size), Optional.of(encode(key.apply(rest.get(size - 1)))));
    }

    private static String encode(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(String token) {
        try {
            return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notOurs) {
            throw AwsError.badRequest("InvalidNextToken", "The next token specified is invalid.");
        }
    }
}
