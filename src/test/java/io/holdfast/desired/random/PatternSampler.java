package io.holdfast.desired.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Texts that match a regular expression, for the little of the language that the limits of the records use. */
final class PatternSampler {
    private static final List<String> LETTERS =
            IntStream.rangeClosed(' ', '~').mapToObj(Character::toString).toList();
    private static final String SPECIAL = "|)";
    private static final int TRIES = 20;
    private static final int MOST = 6;

    private final Random random;
    private final String regexp;
    private int at;

    private PatternSampler(String regexp, Random random) {
        this.regexp = regexp;
        this.random = random;
    }

    /** A text that matches; absent where none was found in a few tries. */
    static Optional<String> sample(String regexp, Random random) {
        return IntStream.range(0, TRIES)
                .mapToObj(attempt -> new PatternSampler(regexp, random).alternatives())
                .filter(it -> it.matches(regexp))
                .findFirst();
    }

    private String alternatives() {
        List<String> all = new ArrayList<>(List.of(sequence()));
        while (at < regexp.length() && regexp.charAt(at) == '|') {
            at++;
            all.add(sequence());
        }
        return all.get(random.nextInt(all.size()));
    }

    private String sequence() {
        StringBuilder text = new StringBuilder();
        while (at < regexp.length() && SPECIAL.indexOf(regexp.charAt(at)) < 0) {
            int start = at;
            String first = atom();
            int end = at;
            int times = times();
            int after = at;
            text.append(times > 0 ? first : "");
            for (int i = 1; i < times; i++) {
                at = start;
                text.append(atom());
                at = end;
            }
            at = after;
        }
        return text.toString();
    }

    private int times() {
        char next = at < regexp.length() ? regexp.charAt(at) : ' ';
        if ("?*+".indexOf(next) >= 0) {
            at++;
            return next == '?' ? random.nextInt(2) : (next == '+' ? 1 : 0) + random.nextInt(MOST);
        }
        if (next != '{') {
            return 1;
        }
        String[] bounds = regexp.substring(at + 1, regexp.indexOf('}', at)).split(",", -1);
        at = regexp.indexOf('}', at) + 1;
        int least = Integer.parseInt(bounds[0]);
        int most = bounds.length == 1 ? least : bounds[1].isEmpty() ? least + MOST : Integer.parseInt(bounds[1]);
        boolean extreme = random.nextInt(10) == 0;
        return extreme ? most : least + random.nextInt(Math.min(most - least, MOST) + 1);
    }

    private String atom() {
        char c = regexp.charAt(at);
        if (c == '(') {
            return group();
        }
        if (c == '[') {
            int end = regexp.indexOf(']', at + 2);
            return oneOf(taken(end + 1 - at));
        }
        if (c == '\\') {
            return oneOf(taken(regexp.startsWith("p{", at + 1) ? regexp.indexOf('}', at) + 1 - at : 2));
        }
        return c == '.' ? oneOf(taken(1)) : taken(1);
    }

    private String group() {
        boolean ahead = regexp.startsWith("(?!", at);
        at++;
        if (at < regexp.length() && regexp.charAt(at) == '?') {
            while (")!:".indexOf(regexp.charAt(at)) < 0) {
                at++;
            }
            if (regexp.charAt(at) == ')') {
                at++;
                return "";
            }
            at++;
        }
        String inner = alternatives();
        at++;
        return ahead ? "" : inner;
    }

    private String taken(int length) {
        String taken = regexp.substring(at, at + length);
        at += length;
        return taken;
    }

    private String oneOf(String letterClass) {
        Pattern pattern = Pattern.compile(letterClass);
        List<String> good =
                LETTERS.stream().filter(it -> pattern.matcher(it).matches()).toList();
        return good.get(random.nextInt(good.size()));
    }
}
