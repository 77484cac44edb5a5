package io.holdfast.desired.bind;

import static io.holdfast.desired.finding.Code.SCHEMA_TYPE;

import io.holdfast.desired.form.Bounds;
import io.holdfast.desired.form.Form;
import io.holdfast.desired.yaml.Node;
import io.holdfast.desired.yaml.Node.Scalar;
import java.util.Optional;
import java.util.regex.Pattern;

/** A number that may have a fraction; never an infinity, never "not a number". */
final class DecimalShape implements Shape {
    private static final Pattern DECIMAL = Pattern.compile("-?(0|[1-9][0-9]{0,17})(\\.[0-9]{1,17})?");

    @Override
    public Optional<Object> bind(Node node, Place place) {
        if (node instanceof Scalar scalar
                && scalar.isPlain()
                && DECIMAL.matcher(scalar.text()).matches()) {
            // A zero below zero would be another value than zero, though nobody means another.
            return Optional.of(Double.parseDouble(scalar.text()) + 0.0);
        }
        return place.refuse(place.finding(SCHEMA_TYPE, node, "a number is needed")
                .allowed("a number in decimal, such as 70 or 0.5"));
    }

    @Override
    public Form form() {
        return new Form.Decimal(Bounds.NONE);
    }
}
