package io.holdfast.aws;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;

/** Plain values between the spelling of YAML, our records and the SDK: a task's {@code cpu} is a number here, text there. */
final class Scalars {
    private static final Map<Class<?>, Function<String, Object>> PARSED = Map.of(
            String.class, text -> text,
            Integer.class, text -> new BigDecimal(text).intValueExact(),
            Long.class, text -> new BigDecimal(text).longValueExact(),
            Double.class, Double::valueOf,
            Float.class, Float::valueOf,
            BigDecimal.class, BigDecimal::new,
            Boolean.class, Boolean::valueOf,
            Instant.class, Instant::parse);

    private Scalars() {}

    /**
     * @throws IllegalArgumentException when the value cannot be had as that type, or not without loss
     */
    static Object as(Class<?> type, Object value) {
        if (type.isInstance(value)) {
            return value;
        }
        Function<String, Object> parse = PARSED.get(type);
        if (parse == null) {
            throw new IllegalArgumentException("no " + type.getSimpleName() + " can be made of a "
                    + value.getClass().getSimpleName());
        }
        try {
            return parse.apply(String.valueOf(value));
        } catch (ArithmeticException | NumberFormatException loss) {
            throw new IllegalArgumentException("not a " + type.getSimpleName() + ": " + value, loss);
        }
    }
}
