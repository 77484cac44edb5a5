package io.holdfast.app;

import io.smallrye.config.ConfigMappings;
import io.smallrye.config.ConfigMappings.ConfigClass;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The environment variables of our groups of keys, such as all under {@code HOLDFAST_SOURCE}. A misspelt one is refused at
 * the start, as a misspelt key is by the configuration itself: {@code HOLDFAST_SOURCE_SIGNATURE} for {@code …_SIGNATURES}
 * would let anybody's commits into force.
 */
final class KnownKeys {
    private static final String PREFIX = "holdfast.";

    /** What stands for a name that an operator chose. */
    private static final String ANY = "*";

    /** In the place of such a name: one word, or several between quotes. */
    private static final String WORD = "([^.\"]+|\"[^\"]+\")";

    private final Set<String> keys;
    private final Set<String> said;

    private KnownKeys(Collection<String> keys, Collection<String> names) {
        this.keys = new TreeSet<>(keys);
        this.said = new HashSet<>(names);
    }

    /** @throws IllegalArgumentException when one of the names of properties and variables is a variable nobody reads */
    static void refuseOthers(Iterable<String> names) {
        List<String> said = StreamSupport.stream(names.spliterator(), false).toList();
        new KnownKeys(
                        ConfigMappings.getProperties(ConfigClass.configClass(HoldfastConfig.class))
                                .keySet(),
                        said)
                .refuse();
    }

    private void refuse() {
        Predicate<String> ours = Pattern.compile(groups()).asMatchPredicate();
        Predicate<String> read = Pattern.compile(keys.stream()
                        .flatMap(this::named)
                        .map(KnownKeys::variable)
                        .collect(Collectors.joining("|")))
                .asMatchPredicate();
        said.stream().filter(ours).filter(read.negate()).sorted().findFirst().ifPresent(it -> {
            throw new IllegalArgumentException(it + " is read by nobody" + hint(it));
        });
    }

    /** The groups under us; a single key beside them is not ours alone, as the names of services are in some clusters. */
    private String groups() {
        return keys.stream()
                .map(it -> it.substring(PREFIX.length()))
                .filter(it -> it.contains("."))
                .map(it -> variable(PREFIX + it.substring(0, it.indexOf('.') + 1)) + ".+")
                .distinct()
                .collect(Collectors.joining("|"));
    }

    /** A key with the names that operators chose, which nobody can tell from a variable alone. */
    private Stream<String> named(String key) {
        int any = key.indexOf("." + ANY);
        if (any < 0) {
            return Stream.of(key);
        }
        String before = key.substring(0, any + 1);
        String after = key.substring(any + 1 + ANY.length());
        Pattern name = Pattern.compile(Pattern.quote(before) + WORD + "(\\..*)?");
        return said.stream()
                .map(name::matcher)
                .filter(it -> it.matches() && isKnown(it.group()))
                .map(it -> before + it.group(1) + after)
                .distinct();
    }

    private boolean isKnown(String said) {
        return keys.stream()
                .map(it -> Stream.of(it.replace("[*]", "").split("\\.", -1))
                        .map(word -> word.equals(ANY) ? WORD : Pattern.quote(word))
                        .collect(Collectors.joining("\\.")))
                .anyMatch(it -> said.matches(it + "(\\[\\d+])?"));
    }

    /** A pattern of what the key is called as a variable. */
    private static String variable(String key) {
        return key.replace("[*]", "[0]")
                .replaceAll("[^A-Za-z0-9]", "_")
                .toUpperCase(Locale.ROOT)
                .replaceAll("_0_$", "_[0-9]+_");
    }

    private String hint(String variable) {
        String group = variable.substring(0, variable.indexOf('_', PREFIX.length()) + 1);
        String known = keys.stream()
                .filter(it -> !it.contains("[") && variable(it).startsWith(group))
                .map(it -> variable(it.replace(ANY, "NAME")).substring(group.length()))
                .collect(Collectors.joining(", "));
        return "; behind " + group + " there is " + known
                + ". A NAME of more than letters and digits takes a property in the place of a variable";
    }
}
