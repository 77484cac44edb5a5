package io.holdfast.desired.bind;

import static io.holdfast.desired.finding.Code.SCHEMA_TYPE;
import static io.holdfast.desired.finding.Code.SCHEMA_UNKNOWN;
import static io.holdfast.desired.finding.Code.SEMANTIC;

import io.holdfast.desired.finding.Finding;
import io.holdfast.desired.form.About;
import io.holdfast.desired.form.Form;
import io.holdfast.desired.yaml.Node;
import io.holdfast.desired.yaml.Node.Entry;
import io.holdfast.desired.yaml.Node.Mapping;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A map whose keys are the components of a record.
 *
 * @param constructor the canonical one
 * @param components in its order
 */
record RecordShape(Constructor<?> constructor, List<Component> components) implements Shape {
    static RecordShape of(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return new RecordShape(
                    constructor, Arrays.stream(components).map(Component::of).toList());
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException("every record has a canonical constructor: " + type, impossible);
        }
    }

    List<String> keys() {
        return components.stream()
                .filter(Component::isWritten)
                .map(Component::name)
                .toList();
    }

    @Override
    public Form.Keys form() {
        return new Form.Keys(
                About.type(constructor.getDeclaringClass()),
                components.stream()
                        .filter(Component::isWritten)
                        .map(Component::key)
                        .toList());
    }

    @Override
    public Optional<Object> bind(Node node, Place place) {
        if (node instanceof Mapping mapping) {
            return bind(mapping, place, List.of());
        }
        return place.refuse(
                place.finding(SCHEMA_TYPE, node, "a map is needed").allowed("a map of " + String.join(", ", keys())));
    }

    /** Binds a map in which other keys may stand too, so that they are named among what is allowed. */
    Optional<Object> bind(Mapping mapping, Place place, List<String> others) {
        Set<String> meant = reportUnknown(mapping, place, others);
        List<Object> values = new ArrayList<>();
        for (Component component : components) {
            Optional<Entry> entry = component.isWritten()
                    ? Optional.ofNullable(mapping.entries().get(component.name()))
                    : Optional.empty();
            if (entry.isEmpty() && component.isRequired() && !meant.contains(component.name())) {
                place.findings().accept(missing(component, place));
            }
            component.bind(entry, place).ifPresent(values::add);
        }
        return values.size() == components.size() ? make(values, mapping, place) : Optional.empty();
    }

    /** Tells the keys nobody knows, and returns what was probably meant by them: it is not missing as well. */
    private Set<String> reportUnknown(Mapping mapping, Place place, List<String> others) {
        List<String> known = Stream.concat(keys().stream(), others.stream()).toList();
        Set<String> meant = new HashSet<>();
        for (Entry entry : mapping.entries().values()) {
            String key = entry.key().text();
            if (!known.contains(key)) {
                Finding finding = Finding.of(
                                SCHEMA_UNKNOWN,
                                entry.key().at(),
                                place.entry(entry).path(),
                                "unknown key")
                        .oneOf(known, key);
                finding.suggestion().ifPresent(meant::add);
                place.findings().accept(finding);
            }
        }
        return meant;
    }

    private static Finding missing(Component component, Place place) {
        return Finding.of(SCHEMA_TYPE, place.at(), place.path(), component.name() + " is missing");
    }

    private Optional<Object> make(List<Object> values, Mapping mapping, Place place) {
        try {
            return Optional.of(constructor.newInstance(values.toArray()));
        } catch (InvocationTargetException refused) {
            // The record's own constructor is the last to be asked; its objection is the author's to read.
            String why = String.valueOf(refused.getCause().getMessage());
            return place.refuse(Finding.of(SEMANTIC, mapping.at(), place.path(), why));
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException("cannot make " + constructor.getDeclaringClass(), broken);
        }
    }
}
