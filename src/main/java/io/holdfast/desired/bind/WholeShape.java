package io.holdfast.desired.bind;

import static io.holdfast.desired.finding.Code.SCHEMA_RANGE;
import static io.holdfast.desired.finding.Code.SCHEMA_TYPE;

import io.holdfast.desired.form.Bounds;
import io.holdfast.desired.form.Form;
import io.holdfast.desired.yaml.Node;
import io.holdfast.desired.yaml.Node.Scalar;
import java.math.BigInteger;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A whole number in plain decimal. {@code 010}, {@code 0x1F} and {@code 1_000} mean different numbers to different
 * readers of YAML, and {@code "3"} is text.
 *
 * @param least the smallest the Java type holds
 * @param most the largest
 * @param narrow what the number becomes
 */
record WholeShape(BigInteger least, BigInteger most, Function<BigInteger, Object> narrow) implements Shape {
    private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9][0-9]*)");
    private static final String ALLOWED = "a whole number in decimal, such as 3";

    /** Longer than any number we hold; keeps a line of digits from being computed. */
    private static final int DIGITS = 20;

    static WholeShape ofInt() {
        return new WholeShape(
                BigInteger.valueOf(Integer.MIN_VALUE),
                BigInteger.valueOf(Integer.MAX_VALUE),
                BigInteger::intValueExact);
    }

    static WholeShape ofLong() {
        return new WholeShape(
                BigInteger.valueOf(Long.MIN_VALUE), BigInteger.valueOf(Long.MAX_VALUE), BigInteger::longValueExact);
    }

    @Override
    public Optional<Object> bind(Node node, Place place) {
        if (!(node instanceof Scalar scalar) || !scalar.isPlain()) {
            return refuse(node, place, "a number is needed" + (node instanceof Scalar ? ": take off the quotes" : ""));
        }
        if (!DECIMAL.matcher(scalar.text()).matches()) {
            return refuse(node, place, "a whole number is needed");
        }
        if (scalar.text().length() > DIGITS || !isWithin(new BigInteger(scalar.text()))) {
            return place.refuse(place.finding(SCHEMA_RANGE, node, "the number is out of range")
                    .allowed(least + " to " + most));
        }
        return Optional.of(narrow.apply(new BigInteger(scalar.text())));
    }

    @Override
    public Form form() {
        return new Form.Whole(Bounds.of(least.longValueExact(), most.longValueExact()));
    }

    private boolean isWithin(BigInteger number) {
        return number.compareTo(least) >= 0 && number.compareTo(most) <= 0;
    }

    private static Optional<Object> refuse(Node node, Place place, String message) {
        return place.refuse(place.finding(SCHEMA_TYPE, node, message).allowed(ALLOWED));
    }
}
