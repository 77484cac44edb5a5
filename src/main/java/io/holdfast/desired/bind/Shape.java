package io.holdfast.desired.bind;

import io.holdfast.desired.form.Form;
import io.holdfast.desired.yaml.Node;
import java.util.Optional;

/** What a value must look like in YAML, and what it becomes. */
interface Shape {
    /** The value; absent where it does not fit, which has then been told. */
    Optional<Object> bind(Node node, Place place);

    /** What fits, for people and editors. */
    Form form();

    /** The same shape with limits to its values. */
    default Shape within(Limit limit) {
        return limit.isNone() ? this : new LimitedShape(this, limit);
    }
}
