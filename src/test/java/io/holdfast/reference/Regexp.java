package io.holdfast.reference;

import io.holdfast.desired.form.Form;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The patterns of a text, as JSON Schema has them: ECMAScript's, and found anywhere in the text unless they say otherwise. */
final class Regexp {
    private static final String ESCAPE =
            "\\\\(?:[dDwWsStnrf^$\\\\.*+?()\\[\\]{}|/-]|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|p\\{[LNZ]\\})";
    private static final String CLASS = "\\[\\^?(?:" + ESCAPE + "|[^\\\\\\[\\]&])+\\]";
    private static final String GROUP = "\\((?:\\?[:=!]|(?!\\?))|\\)";
    private static final String QUANTIFIER = "(?:[*+?]|\\{[0-9]+(?:,[0-9]*)?\\})\\??(?![*+?{])";
    private static final String LETTER = "[^\\\\\\[\\](){}*+?]";

    /** What means the same in Java and in ECMAScript: no flags, no lookbehind, nothing possessive, no class inside a class. */
    private static final Pattern PORTABLE =
            Pattern.compile(String.join("|", "(?:" + ESCAPE, CLASS, GROUP, QUANTIFIER, LETTER + ")*"));

    /** One literal word: no character of it, unless escaped, means anything to a regular expression. */
    private static final Pattern LITERAL = Pattern.compile("(?:[\\w :/-]|\\\\[.])+");

    private Regexp() {}

    /** For the whole of a text. */
    static String ecma(Form.Rule rule) {
        String regexp = rule.regexp();
        if (!PORTABLE.matcher(regexp).matches()) {
            throw new IllegalStateException("editors know no such pattern, ECMAScript being theirs: " + regexp);
        }
        return regexp.contains("|") ? "^(?:" + regexp + ")$" : "^" + regexp + "$";
    }

    /** The words a pattern lists, where it does nothing else. */
    static Optional<List<String>> words(Form.Rule rule) {
        List<String> alternatives = Arrays.asList(rule.regexp().split("\\|", -1));
        return alternatives.stream().allMatch(it -> LITERAL.matcher(it).matches())
                ? Optional.of(
                        alternatives.stream().map(it -> it.replace("\\", "")).toList())
                : Optional.empty();
    }
}
