package io.holdfast.desired.write;

import io.holdfast.model.NotWritten;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Records as their YAML: what is absent, and what nobody can write, is left out. */
public final class Records {
    /** A double has no more digits than these that mean anything. */
    private static final int MOST_DIGITS = 17;

    private Records() {}

    /** A key for each component that has a value, in the order of the record. */
    public static Map<String, Piece> entries(Object state) {
        Map<String, Piece> entries = new LinkedHashMap<>();
        Arrays.stream(state.getClass().getRecordComponents())
                .filter(component -> !component.isAnnotationPresent(NotWritten.class))
                .forEach(component ->
                        written(value(component, state)).ifPresent(it -> entries.put(component.getName(), it)));
        return entries;
    }

    private static Object value(RecordComponent component, Object state) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(state);
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException("cannot read " + component, broken);
        }
    }

    private static Optional<Piece> written(Object value) {
        return value instanceof Optional<?> optional ? optional.map(Records::piece) : Optional.of(piece(value));
    }

    private static Piece piece(Object value) {
        if (value instanceof String text) {
            return new Piece.Text(text);
        }
        if (value instanceof Double number) {
            return new Piece.Word(decimal(number));
        }
        if (value instanceof Number || value instanceof Boolean) {
            return new Piece.Word(value.toString());
        }
        if (value instanceof Enum<?>) {
            return new Piece.Text(value.toString());
        }
        if (value instanceof List<?> list) {
            return new Piece.Items(list.stream().map(Records::piece).toList());
        }
        if (value instanceof Map<?, ?> map) {
            // Whoever copied it immutably lost its order; and what is sorted differs only where something was changed.
            Map<String, Piece> sorted = new TreeMap<>();
            map.forEach((key, it) -> sorted.put((String) key, piece(it)));
            return new Piece.Keys(sorted, false);
        }
        if (value instanceof Record) {
            return new Piece.Keys(entries(value), false);
        }
        throw new IllegalStateException("a state record cannot hold " + value.getClass());
    }

    /** With as few digits as tell it from every other; what {@code Double.toString} says depends on the JDK. */
    private static String decimal(double number) {
        BigDecimal exact = new BigDecimal(number);
        for (int digits = 1; digits < MOST_DIGITS; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (rounded.doubleValue() == number) {
                return plain(rounded);
            }
        }
        return plain(exact.round(new MathContext(MOST_DIGITS, RoundingMode.HALF_EVEN)));
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
