package io.holdfast.sandbox.ecs;

import io.holdfast.sandbox.wire.Input;
import io.holdfast.sandbox.wire.Members;
import java.util.List;
import java.util.Map;

/** Cuts a listing into pages; the token is the place to go on from. */
final class Page {

    private Page() {}

    /** The page a request asks for, under the member's name. */
    static Map<String, Object> of(Input input, String member, List<?> all, int usualSize, int largest) {
        var size = input.integer("maxResults").orElse(usualSize);
        if (size < 1 || size > largest) {
            throw EcsErrors.invalid("maxResults must be between 1 and " + largest + ".");
        }
        var from =
                input.string("nextToken").map(token -> start(token, all.size())).orElse(0);
        var to = Math.min(all.size(), from + size);
        return Members.none()
                .and(member, all.subList(from, to))
                .and("nextToken", to < all.size() ? String.valueOf(to) : null)
                .map();
    }

    private static int start(String token, int size) {
        if (!token.matches("\\d{1,9}") || Integer.parseInt(token) > size) {
            throw EcsErrors.invalid("Invalid token: " + token);
        }
        return Integer.parseInt(token);
    }
}
