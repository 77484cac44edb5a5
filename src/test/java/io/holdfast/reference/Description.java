package io.holdfast.reference;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a component's Javadoc says, in its parts. The house writes them in this order: what the value means, with examples
 * after "such as"; and last, after "left out,", what it means that the key is not there.
 *
 * @param meaning the first part, a sentence or more
 * @param leftOut the last part; absent where nothing is said, which means unmanaged
 * @param examples the values named after "such as", without the quotes they need in YAML
 */
record Description(String meaning, Optional<String> leftOut, List<String> examples) {
    private static final Pattern LEFT_OUT = Pattern.compile("(?:^|[;.,:]) ?[Ll]eft out, (.+)$");
    private static final String VALUE = "`([^`]+)`";
    private static final Pattern SUCH_AS =
            Pattern.compile("[Ss]uch as (" + VALUE + "(?:(?:, | or | and )" + VALUE + ")*)");
    private static final Pattern QUOTED = Pattern.compile(VALUE);

    Description {
        requireNonNull(meaning, "meaning");
        requireNonNull(leftOut, "leftOut");
        examples = List.copyOf(examples);
    }

    static Description of(String javadoc) {
        Matcher leftOut = LEFT_OUT.matcher(javadoc);
        boolean isSaid = leftOut.find();
        return new Description(
                sentence(isSaid ? javadoc.substring(0, leftOut.start()) : javadoc),
                isSaid ? Optional.of(leftOut.group(1)) : Optional.empty(),
                examples(javadoc));
    }

    private static List<String> examples(String javadoc) {
        return SUCH_AS.matcher(javadoc)
                .results()
                .flatMap(it -> QUOTED.matcher(it.group(1)).results())
                .map(it -> it.group(1).replaceAll("^\"(.*)\"$", "$1"))
                .distinct()
                .toList();
    }

    /** All of it, for a place with room for one text only. */
    String text() {
        return leftOut.map(it -> meaning + " Left out: " + (it.endsWith(".") ? it : it + "."))
                .orElse(meaning);
    }

    /** Whether it says something already, quotes and capitals aside. */
    boolean says(String words) {
        return plain(text()).contains(plain(words));
    }

    private static String plain(String text) {
        return text.replace("`", "").toLowerCase(Locale.ROOT);
    }

    private static String sentence(String clause) {
        if (clause.isEmpty()) {
            return clause;
        }
        String begun = clause.substring(0, 1).toUpperCase(Locale.ROOT) + clause.substring(1);
        return begun.endsWith(".") ? begun : begun + ".";
    }
}
