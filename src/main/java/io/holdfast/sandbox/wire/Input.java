package io.holdfast.sandbox.wire;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The members of a request, or of a structure inside it. JSON and CBOR bring typed values, the Query protocol brings only text; the
 * accessors turn either into what is asked for. A JSON null counts as not sent, as AWS treats it.
 *
 * @param raw the members by name: text, numbers, booleans, maps and lists
 */
public record Input(Map<String, Object> raw) {

    /** Copies the members, dropping nulls. */
    public Input {
        var sent = new LinkedHashMap<>(raw);
        sent.values().removeIf(value -> value == null);
        raw = java.util.Collections.unmodifiableMap(sent);
    }

    /** Whether the member was sent, even if empty: AWS often tells "leave it" from "clear it" by that. */
    public boolean has(String name) {
        return raw.containsKey(name);
    }

    /** The member as text. */
    public Optional<String> string(String name) {
        return Optional.ofNullable(raw.get(name)).map(value -> Scalar.text(name, value));
    }

    /** The member as text; its absence is a refusal ({@code MissingParameter}). */
    public String required(String name) {
        return string(name)
                .orElseThrow(() -> AwsError.badRequest(
                        "MissingParameter", "The request must contain the parameter " + name + "."));
    }

    /** The member as a whole number. */
    public Optional<Integer> integer(String name) {
        return Optional.ofNullable(raw.get(name)).map(value -> Scalar.integer(name, value));
    }

    /** The member as a decimal number. */
    public Optional<Double> decimal(String name) {
        return Optional.ofNullable(raw.get(name))
                .map(value -> Scalar.number(name, value))
                .map(BigDecimal::doubleValue);
    }

    /** The member as a truth value. */
    public Optional<Boolean> bool(String name) {
        return Optional.ofNullable(raw.get(name)).map(value -> Scalar.bool(name, value));
    }

    /** The member as a point in time: seconds since the epoch in JSON and CBOR, ISO 8601 in Query. */
    public Optional<Instant> instant(String name) {
        return Optional.ofNullable(raw.get(name)).map(value -> Scalar.instant(name, value));
    }

    /** The member as a list of structures; empty when it was not sent, or sent empty. */
    public List<Input> list(String name) {
        return items(name).stream()
                .map(item -> new Input(Scalar.structure(name, item)))
                .toList();
    }

    /** The member as a list of texts; empty when it was not sent, or sent empty. */
    public List<String> strings(String name) {
        return items(name).stream().map(item -> Scalar.text(name, item)).toList();
    }

    /** The member as a map of texts; Query writes it as numbered entries with {@code key} and {@code value}. */
    public Map<String, String> map(String name) {
        var texts = new LinkedHashMap<String, String>();
        if (raw.get(name) instanceof List<?>) {
            list(name).forEach(entry -> texts.put(entry.required("key"), entry.required("value")));
        } else if (raw.get(name) instanceof Map<?, ?> map) {
            map.forEach((key, value) -> texts.put(key.toString(), Scalar.text(name, value)));
        }
        return texts;
    }

    /** The member as a structure. */
    public Optional<Input> child(String name) {
        return Optional.ofNullable(raw.get(name))
                .map(value -> "".equals(value) ? Map.<String, Object>of() : Scalar.structure(name, value))
                .map(Input::new);
    }

    private List<?> items(String name) {
        var value = raw.get(name);
        if (value == null || "".equals(value)) {
            return List.of();
        }
        if (value instanceof List<?> list) {
            return list;
        }
        throw Scalar.malformed(name, "a list");
    }
}
