package io.holdfast.sandbox.wire;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads a value of the request's tree as the type an operation asks for. A value of another type is the caller's mistake. */
final class Scalar {

    private Scalar() {}

    static String text(String name, Object value) {
        if (value instanceof Map || value instanceof Iterable) {
            throw malformed(name, "text");
        }
        return value.toString();
    }

    static int integer(String name, Object value) {
        try {
            return number(name, value).intValueExact();
        } catch (ArithmeticException notWhole) {
            throw malformed(name, "a whole number");
        }
    }

    static BigDecimal number(String name, Object value) {
        try {
            return new BigDecimal(value.toString());
        } catch (NumberFormatException notANumber) {
            throw malformed(name, "a number");
        }
    }

    static boolean bool(String name, Object value) {
        return switch (value.toString()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw malformed(name, "true or false");
        };
    }

    static Instant instant(String name, Object value) {
        if (value instanceof Number seconds) {
            return Instant.ofEpochMilli(
                    new BigDecimal(seconds.toString()).movePointRight(3).longValue());
        }
        try {
            return Instant.parse(value.toString());
        } catch (DateTimeParseException notATime) {
            throw malformed(name, "a point in time");
        }
    }

    static Map<String, Object> structure(String name, Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw malformed(name, "a structure");
        }
        var members = new LinkedHashMap<String, Object>();
        map.forEach((key, member) -> members.put(key.toString(), member));
        return members;
    }

    static AwsError malformed(String name, String wanted) {
        return AwsError.badRequest("SerializationException", name + " must be " + wanted + ".");
    }
}
