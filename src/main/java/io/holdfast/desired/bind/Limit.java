package io.holdfast.desired.bind;

import static io.holdfast.desired.finding.Code.SCHEMA_RANGE;

import io.holdfast.desired.form.Bounds;
import io.holdfast.desired.form.Form;
import io.holdfast.desired.yaml.Node;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the annotations of a component say about its values: {@link Min}, {@link Max}, {@link Size}, {@link Pattern};
 * {@link NotNull} says nothing new, for nothing is ever null.
 *
 * @param min least number
 * @param max greatest number
 * @param size least and greatest length of a text, a list or a map
 * @param patterns what the whole of a text must match
 */
record Limit(Optional<Min> min, Optional<Max> max, Optional<Size> size, List<Pattern> patterns) {
    private static final Limit NONE = new Limit(Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    private static final List<Class<? extends Annotation>> KNOWN =
            List.of(Min.class, Max.class, Size.class, Pattern.class, Pattern.List.class, NotNull.class);

    static Limit of(AnnotatedElement element) {
        Arrays.stream(element.getAnnotations())
                .map(Annotation::annotationType)
                .filter(type -> type.getPackage().equals(Min.class.getPackage()) && !KNOWN.contains(type))
                .findFirst()
                .ifPresent(type -> {
                    throw new IllegalStateException("nobody would check " + type.getSimpleName() + " on " + element);
                });
        return new Limit(
                Optional.ofNullable(element.getAnnotation(Min.class)),
                Optional.ofNullable(element.getAnnotation(Max.class)),
                Optional.ofNullable(element.getAnnotation(Size.class)),
                List.of(element.getAnnotationsByType(Pattern.class)));
    }

    boolean isNone() {
        return equals(NONE);
    }

    /** Whether a value is within the limits; what is not has then been told. */
    boolean admits(Object value, Node node, Place place) {
        Optional<Objection> objection = Objection.to(value, this);
        objection.ifPresent(it -> place.findings().accept(it.finding(place.finding(SCHEMA_RANGE, node, it.message()))));
        return objection.isEmpty();
    }

    /** The same limits on what they limit, for whoever explains it. */
    Form on(Form form) {
        if (form instanceof Form.Text text) {
            return on(text);
        }
        if (form instanceof Form.Whole whole) {
            return new Form.Whole(whole.range().and(numbers()));
        }
        if (form instanceof Form.Decimal decimal) {
            return new Form.Decimal(decimal.range().and(numbers()));
        }
        if (form instanceof Form.Items items) {
            return new Form.Items(items.item(), items.size().and(sizes()));
        }
        if (form instanceof Form.Names names) {
            return new Form.Names(names.name(), names.value(), names.size().and(sizes()));
        }
        throw new IllegalStateException("nobody would check " + this + " on " + form);
    }

    Form.Text on(Form.Text text) {
        List<Form.Rule> rules = Stream.concat(
                        text.rules().stream(), patterns.stream().map(Limit::rule))
                .toList();
        return new Form.Text(text.length().and(sizes()), rules);
    }

    private static Form.Rule rule(Pattern pattern) {
        return new Form.Rule(pattern.regexp(), isWorded(pattern) ? pattern.message() : "");
    }

    private Bounds numbers() {
        return new Bounds(min.map(Min::value), max.map(Max::value).filter(it -> it < Long.MAX_VALUE));
    }

    private Bounds sizes() {
        return new Bounds(
                size.map(it -> (long) it.min()).filter(it -> it > 0),
                size.map(it -> (long) it.max()).filter(it -> it < Integer.MAX_VALUE));
    }

    /** The pattern's own message where its author wrote one; the default is a key for somebody else's texts. */
    static String words(Pattern pattern) {
        return isWorded(pattern) ? pattern.message() : "text like " + pattern.regexp();
    }

    private static boolean isWorded(Pattern pattern) {
        return !pattern.message().startsWith("{");
    }
}
