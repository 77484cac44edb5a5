package io.holdfast.desired.bind;

import io.holdfast.desired.yaml.Node;
import java.util.Optional;

/** What a value must look like in YAML, and what it becomes. */
interface Shape {
    /** The value; absent where it does not fit, which has then been told. */
    Optional<Object> bind(Node node, Place place);

    /** The same shape with limits to its values. */
    default Shape within(Limit limit) {
        return limit.isNone()
                ? this
                : (node, place) -> bind(node, place).filter(value -> limit.admits(value, node, place));
    }
}
