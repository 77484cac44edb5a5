package io.holdfast.sandbox;

import java.util.SplittableRandom;
import java.util.function.Supplier;

/**
 * The one source of chance, seeded. Every call and every effect draws from a stream of its own: leaving one out, as the replay of
 * a past does, does not change what the others draw.
 */
final class Chance {

    private static final String HEX = "0123456789abcdef";

    private SplittableRandom stream;

    Chance(long seed) {
        this.stream = new SplittableRandom(seed);
    }

    /** Runs the action with its own stream, then goes back to the stream before. */
    <T> T during(long seed, Supplier<T> action) {
        var before = stream;
        stream = new SplittableRandom(seed);
        try {
            return action.get();
        } finally {
            stream = before;
        }
    }

    long draw() {
        return stream.nextLong();
    }

    String hex(int length) {
        return text(HEX, length);
    }

    String digits(int length) {
        return text("0123456789", length);
    }

    private String text(String alphabet, int length) {
        var text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(stream.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
