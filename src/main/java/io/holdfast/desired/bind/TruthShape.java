package io.holdfast.desired.bind;

import static io.holdfast.desired.finding.Code.SCHEMA_TYPE;

import io.holdfast.desired.form.Form;
import io.holdfast.desired.yaml.Node;
import io.holdfast.desired.yaml.Node.Scalar;
import java.util.Optional;

/** {@code true} or {@code false}, unquoted, in lower case. */
final class TruthShape implements Shape {
    @Override
    public Optional<Object> bind(Node node, Place place) {
        if (node instanceof Scalar scalar && scalar.isPlain()) {
            if (scalar.text().equals("true")) {
                return Optional.of(true);
            }
            if (scalar.text().equals("false")) {
                return Optional.of(false);
            }
        }
        return place.refuse(
                place.finding(SCHEMA_TYPE, node, "a truth value is needed").allowed("true, false"));
    }

    @Override
    public Form form() {
        return new Form.Truth();
    }
}
