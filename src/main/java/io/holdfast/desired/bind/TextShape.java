package io.holdfast.desired.bind;

import static io.holdfast.desired.finding.Code.SCHEMA_TYPE;

import io.holdfast.desired.form.Form;
import io.holdfast.desired.yaml.Node;
import io.holdfast.desired.yaml.Node.Scalar;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Text. What YAML 1.2 would read as a number or a truth value must be quoted, lest an editor, another tool and we read
 * three different things: {@code 16.10} is the number 16.1, the account {@code 012345670123} is no number at all.
 * Words that only YAML 1.1 takes for something else, such as {@code no} and {@code 12:30:00}, stay text.
 */
final class TextShape implements Shape {
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+"
            + "|[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");
    private static final Pattern TRUTH = Pattern.compile("true|True|TRUE|false|False|FALSE");

    /** Whether other readers of YAML would take it for something else than text. */
    static boolean wantsQuotes(Scalar scalar) {
        return scalar.isPlain()
                && (NUMBER.matcher(scalar.text()).matches()
                        || TRUTH.matcher(scalar.text()).matches());
    }

    @Override
    public Optional<Object> bind(Node node, Place place) {
        if (!(node instanceof Scalar scalar) || scalar.isNull()) {
            return place.refuse(
                    place.finding(SCHEMA_TYPE, node, "text is needed").allowed("text"));
        }
        if (scalar.isPlain() && NUMBER.matcher(scalar.text()).matches()) {
            return place.refuse(place.finding(SCHEMA_TYPE, node, "a number where text is needed: quote it"));
        }
        if (scalar.isPlain() && TRUTH.matcher(scalar.text()).matches()) {
            return place.refuse(place.finding(SCHEMA_TYPE, node, "a truth value where text is needed: quote it"));
        }
        return Optional.of(scalar.text());
    }

    @Override
    public Form form() {
        return Form.Text.ANY;
    }
}
