package io.holdfast.model;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;

/**
 * When a declared value and a live value count as the same: a normal form for both, and a question asked of the two.
 *
 * <p>Most differences between YAML and AWS that are no drift vanish in the normal form (order, case, spelling); the
 * others are asymmetric (a minimum, a version prefix, a default AWS fills in) and live in the question.
 */
public final class Comparison {
    private final UnaryOperator<Object> form;
    private final BiPredicate<Object, Optional<Object>> question;

    private Comparison(UnaryOperator<Object> form, BiPredicate<Object, Optional<Object>> question) {
        this.form = form;
        this.question = question;
    }

    /** Equal in normal form; lists keep their order. */
    public static Comparison exact() {
        return new Comparison(
                Normal::of, (desired, live) -> live.filter(desired::equals).isPresent());
    }

    /** Text without regard to case, in lists too: AWS lower-cases many names. */
    public static Comparison ignoringCase() {
        return exact().in(value -> deep(value, text -> text.toLowerCase(Locale.ROOT)));
    }

    /** A list whose order means nothing; AWS returns many lists sorted, or in any order. */
    public static Comparison unordered() {
        return exact().in(Comparison::sorted).emptyIsAbsent();
    }

    /** A list of records whose order means nothing and whose left-out members have known defaults. */
    public static Comparison unordered(Map<String, ?> memberDefaults) {
        return exact().in(list -> sorted(withDefaults(list, memberDefaults))).emptyIsAbsent();
    }

    /** A list of records in which order means something and left-out members have known defaults. */
    public static Comparison ordered(Map<String, ?> memberDefaults) {
        return exact().in(list -> withDefaults(list, memberDefaults)).emptyIsAbsent();
    }

    /**
     * Dotted segments: {@code 15} is met by {@code 15.8}, {@code 15.1} is not met by {@code 15.10}, and an {@code x}
     * is met by any segment.
     */
    public static Comparison version() {
        return new Comparison(
                Normal::of,
                (desired, live) -> live.filter(it -> isPrefix(segments(desired), segments(it)))
                        .isPresent());
    }

    /** A number that may be larger live: storage that AWS has grown. */
    public static Comparison atLeast() {
        return new Comparison(
                Normal::of,
                (desired, live) -> live.filter(it -> ((BigDecimal) it).compareTo((BigDecimal) desired) >= 0)
                        .isPresent());
    }

    /** Both sides are rewritten before they are compared. */
    public Comparison in(UnaryOperator<Object> rewritten) {
        return new Comparison(value -> rewritten.apply(form.apply(value)), question);
    }

    /** What AWS leaves out is what it does by default. */
    public Comparison defaultsTo(Object value) {
        Object standard = form.apply(value);
        return new Comparison(form, (desired, live) -> question.test(desired, live.or(() -> Optional.of(standard))));
    }

    /** An empty list, map or text declared is met by nothing live. */
    public Comparison emptyIsAbsent() {
        return new Comparison(
                form, (desired, live) -> question.test(desired, live) || (live.isEmpty() && isEmpty(desired)));
    }

    /** A declared word that any live value meets, such as {@code LATEST}. */
    public Comparison anyFor(Object sentinel) {
        Object word = form.apply(sentinel);
        return new Comparison(form, (desired, live) -> desired.equals(word) || question.test(desired, live));
    }

    /** The form in which a value of this field is compared, kept and shown. */
    public Object normal(Object value) {
        return form.apply(value);
    }

    /** Whether the live value, in normal form, is as good as the declared one, in normal form. */
    public boolean holds(Object desired, Optional<Object> live) {
        return question.test(desired, live);
    }

    private static boolean isEmpty(Object value) {
        return (value instanceof Collection<?> list && list.isEmpty())
                || (value instanceof Map<?, ?> map && map.isEmpty())
                || "".equals(value);
    }

    private static Object sorted(Object value) {
        return value instanceof Collection<?> list
                ? list.stream()
                        .distinct()
                        .map(Object.class::cast)
                        .sorted(Comparator.comparing(Normal::text))
                        .toList()
                : value;
    }

    private static Object withDefaults(Object value, Map<String, ?> defaults) {
        return value instanceof Collection<?> list
                ? list.stream().map(member -> filled(member, defaults)).toList()
                : value;
    }

    private static Object filled(Object member, Map<String, ?> defaults) {
        if (!(member instanceof Map<?, ?> map)) {
            return member;
        }
        SortedMap<String, Object> filled = new TreeMap<>();
        defaults.forEach((key, value) -> filled.put(key, Normal.of(value)));
        map.forEach((key, value) -> filled.put(String.valueOf(key), value));
        return filled;
    }

    private static Object deep(Object value, UnaryOperator<String> rewrite) {
        if (value instanceof Collection<?> list) {
            return list.stream().map(member -> deep(member, rewrite)).toList();
        }
        return value instanceof String text ? rewrite.apply(text) : value;
    }

    private static List<String> segments(Object version) {
        return List.of(String.valueOf(version).split("\\.", -1));
    }

    private static boolean isPrefix(List<String> desired, List<String> live) {
        if (desired.size() > live.size()) {
            return false;
        }
        for (int i = 0; i < desired.size(); i++) {
            if (!desired.get(i).equals("x") && !desired.get(i).equals(live.get(i))) {
                return false;
            }
        }
        return true;
    }
}
