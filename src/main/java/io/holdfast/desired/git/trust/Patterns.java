package io.holdfast.desired.git.trust;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** A list of patterns as OpenSSH writes them: {@code *@example.org,!guest@example.org} (ssh_config(5), PATTERNS). */
final class Patterns {
    private final String text;
    private final List<Pattern> yes;
    private final List<Pattern> no;

    private Patterns(String text, List<Pattern> yes, List<Pattern> no) {
        this.text = text;
        this.yes = yes;
        this.no = no;
    }

    static Patterns parse(String text) {
        List<String> all = Arrays.stream(text.split(",", -1)).map(String::strip).toList();
        return new Patterns(
                text,
                all.stream()
                        .filter(it -> !it.startsWith("!"))
                        .map(Patterns::compiled)
                        .toList(),
                all.stream()
                        .filter(it -> it.startsWith("!"))
                        .map(it -> compiled(it.substring(1)))
                        .toList());
    }

    private static Pattern compiled(String glob) {
        StringBuilder regex = new StringBuilder();
        glob.codePoints()
                .forEach(c -> regex.append(
                        switch (c) {
                            case '*' -> ".*";
                            case '?' -> ".";
                            default -> Pattern.quote(Character.toString(c));
                        }));
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }

    /** Whether one of the patterns matches, and none of those with an exclamation mark. */
    boolean match(String name) {
        return yes.stream().anyMatch(it -> it.matcher(name).matches())
                && no.stream().noneMatch(it -> it.matcher(name).matches());
    }

    @Override
    public String toString() {
        return text;
    }
}
