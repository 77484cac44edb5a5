package io.holdfast.desired.bind;

import static io.holdfast.desired.finding.Code.SCHEMA_RANGE;

import io.holdfast.desired.form.Form;
import io.holdfast.desired.yaml.Node;
import io.holdfast.desired.yaml.Node.Scalar;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One of a few words: the constants of an enum, as their {@code toString} writes them.
 *
 * @param constants by word, in the order of their declaration
 */
record WordShape(Map<String, Object> constants) implements Shape {
    static WordShape of(Class<?> type) {
        Map<String, Object> constants = new LinkedHashMap<>();
        Arrays.stream(type.getEnumConstants()).forEach(constant -> constants.put(constant.toString(), constant));
        return new WordShape(constants);
    }

    @Override
    public Optional<Object> bind(Node node, Place place) {
        return new TextShape().bind(node, place).flatMap(text -> constant((Scalar) node, place));
    }

    @Override
    public Form form() {
        return new Form.Words(List.copyOf(constants.keySet()));
    }

    private Optional<Object> constant(Scalar scalar, Place place) {
        Optional<Object> constant = Optional.ofNullable(constants.get(scalar.text()));
        return constant.isPresent()
                ? constant
                : place.refuse(place.finding(SCHEMA_RANGE, scalar, "not one of the words that may stand here")
                        .oneOf(List.copyOf(constants.keySet()), scalar.text()));
    }
}
