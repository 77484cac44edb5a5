package io.holdfast.desired.bind;

import static io.holdfast.desired.finding.Code.SCHEMA_TYPE;

import io.holdfast.desired.form.About;
import io.holdfast.desired.form.Key;
import io.holdfast.desired.yaml.Node;
import io.holdfast.desired.yaml.Node.Entry;
import io.holdfast.desired.yaml.Node.Scalar;
import io.holdfast.model.NotWritten;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.util.Optional;

/**
 * One component of a record.
 *
 * @param about where it is explained
 * @param name its key in YAML
 * @param isWritten whether YAML has a key for it
 * @param isRequired whether it must be written
 * @param shape what its value looks like
 */
record Component(About about, String name, boolean isWritten, boolean isRequired, Shape shape) {
    static Component of(RecordComponent component) {
        AnnotatedType type = component.getAnnotatedType();
        About about = new About(component.getDeclaringRecord(), component.getName());
        boolean written = !component.isAnnotationPresent(NotWritten.class);
        if (component.getType() != Optional.class) {
            if (!written) {
                throw new IllegalStateException("nobody can write " + component + ", and it is not optional");
            }
            return new Component(about, component.getName(), written, true, Shapes.of(type));
        }
        AnnotatedType inner = ((AnnotatedParameterizedType) type).getAnnotatedActualTypeArguments()[0];
        return new Component(
                about, component.getName(), written, false, Shapes.of(inner).within(Limit.of(type)));
    }

    Key key() {
        return new Key(name, about, isRequired, shape.form());
    }

    /** The value for the constructor: what may be left out is an Optional there; absent where there is none. */
    Optional<Object> bind(Optional<Entry> entry, Place place) {
        if (entry.isEmpty()) {
            return isRequired ? Optional.empty() : Optional.of(Optional.empty());
        }
        Node written = entry.get().value();
        Place inner = place.entry(entry.get());
        Optional<Object> value = written instanceof Scalar scalar && scalar.isNull()
                ? inner.refuse(inner.finding(SCHEMA_TYPE, written, "a key without a value")
                        .allowed(isRequired ? "a value" : "a value, or no such key at all"))
                : shape.bind(written, inner);
        return isRequired ? value : value.map(Optional::of);
    }
}
