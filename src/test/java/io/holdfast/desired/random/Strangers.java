package io.holdfast.desired.random;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A key that nobody knows, in every map of an environment, one after the other. */
public final class Strangers {
    /** What it is called. */
    public static final String KEY = "zzStranger";

    /** Of our own JSON, where a text holds neither quotes nor braces; see {@link PlainYaml#json}. */
    private static final Pattern TOKEN = Pattern.compile("\"([^\"]*)\"(: )?|[{}\\[\\]]");

    /** Of a sort of place, so many are tried. */
    private static final int OF_A_SORT = 3;

    private final Map<String, Integer> met = new HashMap<>();

    /** How many sorts of places were met. */
    public int sorts() {
        return met.size();
    }

    /** Hands out the keys that lead to each place, and the environment with the stranger in it. */
    public void in(String json, BiConsumer<String, String> told) {
        Deque<String> way = new ArrayDeque<>();
        String key = "";
        Matcher token = TOKEN.matcher(json);
        while (token.find()) {
            if (token.group(2) != null) {
                key = token.group(1);
            } else if ("{[".contains(token.group())) {
                way.addLast(key);
                if (token.group().equals("{") && met.merge(sort(way), 1, Integer::sum) <= OF_A_SORT) {
                    told.accept(String.join(".", way), spoiled(json, token.end()));
                }
                key = "";
            } else if ("}]".contains(token.group())) {
                way.removeLast();
            }
        }
    }

    private static String spoiled(String json, int at) {
        String stranger = "\"" + KEY + "\": \"x\"" + (json.charAt(at) == '}' ? "" : ", ");
        return json.substring(0, at) + stranger + json.substring(at);
    }

    /** Two places below keys of the same names are of one sort, whatever their author called what is around them. */
    private static String sort(Deque<String> way) {
        List<String> keys = way.stream().filter(it -> !it.isEmpty()).toList();
        return Stream.iterate(0, it -> it < keys.size(), it -> it + 1)
                .skip(Math.max(0, keys.size() - 3))
                .map(it -> isFree(keys, it) ? "*" : keys.get(it))
                .reduce("", (left, right) -> left + "/" + right);
    }

    private static boolean isFree(List<String> keys, int at) {
        return RandomEnvironment.NAMES.contains(keys.get(at))
                || (at > 0 && List.of("containers", "volumes").contains(keys.get(at - 1)));
    }
}
