package io.holdfast.desired.bind;

import io.holdfast.desired.form.Form;
import io.holdfast.desired.yaml.Node;
import io.holdfast.desired.yaml.Node.Scalar;
import java.util.Optional;

/** A shape of which not every value will do. */
record LimitedShape(Shape shape, Limit limit) implements Shape {
    @Override
    public Optional<Object> bind(Node node, Place place) {
        if (node instanceof Scalar scalar && shape instanceof TextShape && TextShape.wantsQuotes(scalar)) {
            // Quotes alone would not help where the text would not do either.
            return limit.admits(scalar.text(), node, place) ? shape.bind(node, place) : Optional.empty();
        }
        return shape.bind(node, place).filter(value -> limit.admits(value, node, place));
    }

    @Override
    public Form form() {
        return limit.on(shape.form());
    }
}
