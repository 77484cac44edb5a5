package io.holdfast.desired.bind;

import static io.holdfast.desired.finding.Code.SCHEMA_TYPE;

import io.holdfast.desired.form.Bounds;
import io.holdfast.desired.form.Form;
import io.holdfast.desired.yaml.Node;
import io.holdfast.desired.yaml.Node.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A list of values of one shape. */
record ListShape(Shape item) implements Shape {
    @Override
    public Optional<Object> bind(Node node, Place place) {
        if (!(node instanceof Sequence sequence)) {
            return place.refuse(
                    place.finding(SCHEMA_TYPE, node, "a list is needed").allowed("a list, such as [a, b]"));
        }
        List<Object> values = new ArrayList<>();
        for (int index = 0; index < sequence.items().size(); index++) {
            Node value = sequence.items().get(index);
            item.bind(value, place.item(index, value)).ifPresent(values::add);
        }
        return values.size() == sequence.items().size() ? Optional.of(List.copyOf(values)) : Optional.empty();
    }

    @Override
    public Form form() {
        return new Form.Items(item.form(), Bounds.NONE);
    }
}
