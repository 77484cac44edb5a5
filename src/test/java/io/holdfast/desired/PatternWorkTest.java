package io.holdfast.desired;

import static org.assertj.core.api.Assertions.assertThat;

import io.holdfast.app.Kinds;
import io.holdfast.desired.form.Form;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No text that a file may hold keeps a pattern busy: what it looks at grows with the length of the text and no faster. */
class PatternWorkTest {
    /** The longest text that is matched at all; see {@code Objection}. */
    private static final int LENGTH = 4096;

    /** How often a pattern may look at each character, counted and not timed. */
    private static final int LOOKS = 10;

    /** What begins like what is allowed, goes on with it for long, and ends badly. */
    private static final String ENDINGS = "!\u0000 ";

    private static final Set<String> BEGINNINGS = Set.of(
            "",
            "arn:aws:iam::123456789012:role/",
            "arn:aws:ecs:us-east-1:123456789012:",
            "arn:aws:secretsmanager:us-east-1:123456789012:secret:",
            "cron(",
            "subnet-",
            "db.",
            "mon:00:00-",
            "service/",
            "us-");

    private static final String UNITS = "a A 0 - _ . / : * , ( [ aA0 a- -a a. a/ a: 0- 0: a,b a*";

    /** A text that counts how often somebody looks at it. */
    private static final class Watched implements CharSequence {
        private final String text;
        private long looks;

        private Watched(String text) {
            this.text = text;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            looks++;
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** Each pattern, and the longest text it is given: a length is looked at first. */
    private static Map<String, Integer> patterns(Form form) {
        Map<String, Integer> patterns = new TreeMap<>();
        collect(form, patterns);
        return patterns;
    }

    private static void collect(Form form, Map<String, Integer> patterns) {
        if (form instanceof Form.Text text) {
            int longest = text.length().most().map(Long::intValue).orElse(LENGTH);
            text.rules().forEach(it -> patterns.merge(it.regexp(), Math.min(longest, LENGTH), Math::max));
        } else if (form instanceof Form.Items items) {
            collect(items.item(), patterns);
        } else if (form instanceof Form.Names names) {
            collect(names.name(), patterns);
            collect(names.value(), patterns);
        } else if (form instanceof Form.Keys keys) {
            keys.keys().forEach(it -> collect(it.form(), patterns));
        }
    }

    private static Stream<String> texts(int length) {
        return BEGINNINGS.stream()
                .flatMap(beginning -> Stream.of(UNITS.split(" ", -1))
                        .map(unit ->
                                beginning + unit.repeat(Math.max(0, length - beginning.length() - 1) / unit.length())))
                .flatMap(text -> ENDINGS.chars().mapToObj(end -> text + (char) end));
    }

    @Test
    void noTextKeepsAPatternBusy() {
        // Given
        Map<String, Integer> patterns = patterns(EnvironmentForm.of(Kinds.all()));
        Map<String, Long> most = new TreeMap<>();

        // When
        patterns.forEach((pattern, length) -> {
            Pattern compiled = Pattern.compile(pattern);
            texts(length).forEach(text -> {
                Watched watched = new Watched(text);
                try {
                    compiled.matcher(watched).matches();
                } catch (StackOverflowError deep) {
                    // As bad as work without end: it is the thread of every environment.
                    watched.looks = Long.MAX_VALUE;
                }
                most.merge(pattern, watched.looks, Math::max);
            });
        });

        // Then
        System.out.printf(
                "patterns: %d, at most %d looks at %d characters%n",
                patterns.size(),
                most.values().stream().mapToLong(it -> it).max().orElseThrow(),
                LENGTH);
        assertThat(patterns).hasSizeGreaterThan(30);
        assertThat(most)
                .allSatisfy((pattern, looks) -> assertThat(looks).as(pattern).isLessThan((long) LOOKS * LENGTH));
    }
}
