package io.holdfast.sandbox.datastore;

import io.holdfast.sandbox.wire.Input;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;

/** What kind of value a setting has, and so how it is read from a request. */
public enum Form {
    TEXT(Input::string),
    /** A text AWS stores in lower case, whatever was sent. */
    NAME((input, name) -> input.string(name).map(text -> text.toLowerCase(Locale.ROOT))),
    NUMBER(Input::integer),
    FLAG(Input::bool),
    /** A list without order; AWS answers it sorted. */
    TEXTS((input, name) -> texts(input, name));

    private final BiFunction<Input, String, Optional<?>> reader;

    Form(BiFunction<Input, String, Optional<?>> reader) {
        this.reader = reader;
    }

    /** The member of that name; empty when it was not sent. */
    public Optional<Object> read(Input input, String name) {
        return reader.apply(input, name).map(value -> value);
    }

    private static Optional<List<String>> texts(Input input, String name) {
        return input.has(name)
                ? Optional.of(input.strings(name).stream().distinct().sorted().toList())
                : Optional.empty();
    }
}
