package io.holdfast.export;

import io.holdfast.model.Digest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Short words for AWS names: what all names of an estate begin or end with tells none of them from the others.
 *
 * @param head how many words all of them begin with
 * @param tail how many words all of them end with
 */
record ShortNames(int head, int tail) {
    /** What is called as everything is called. */
    private static final String MAIN = "main";

    /** As long as a logical name may be. */
    private static final int LONGEST = 63;

    private static final int CHECKSUM = 8;

    static ShortNames among(Collection<String> names) {
        List<List<String>> all =
                names.stream().distinct().map(ShortNames::words).toList();
        if (all.size() < 2) {
            return new ShortNames(0, 0);
        }
        int head = shared(all, UnaryOperator.identity());
        int tail = shared(all.stream().map(it -> it.subList(head, it.size())).toList(), ShortNames::reversed);
        return new ShortNames(head, tail);
    }

    String of(String name) {
        List<String> words = words(name);
        List<String> own = words.subList(
                Math.min(head, words.size()), Math.max(Math.min(head, words.size()), words.size() - tail));
        return own.isEmpty() ? MAIN : plain(String.join("-", own));
    }

    /** The name itself, as far as a logical name may be like it. */
    static String plain(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9_-]+", "-").replaceAll("^[-_]+|[-_]+$", "");
        if (plain.isEmpty()) {
            return "x" + checksum(name);
        }
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST - CHECKSUM - 1) + "-" + checksum(name);
    }

    private static String checksum(String name) {
        return Digest.of(name).substring(0, CHECKSUM);
    }

    private static int shared(List<List<String>> all, UnaryOperator<List<String>> view) {
        List<String> first = view.apply(all.get(0));
        int count = 0;
        while (count < first.size() && allHave(all, view, count, first.get(count))) {
            count++;
        }
        return count;
    }

    private static boolean allHave(List<List<String>> all, UnaryOperator<List<String>> view, int index, String word) {
        return all.stream()
                .map(view)
                .allMatch(words -> index < words.size() && words.get(index).equals(word));
    }

    private static List<String> words(String name) {
        return Arrays.stream(name.split("[^A-Za-z0-9]+", -1))
                .filter(it -> !it.isEmpty())
                .toList();
    }

    private static List<String> reversed(List<String> words) {
        List<String> reversed = new ArrayList<>(words);
        Collections.reverse(reversed);
        return reversed;
    }
}
