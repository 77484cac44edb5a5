package io.holdfast.sandbox.datastore;

import io.holdfast.sandbox.wire.Input;
import java.util.Locale;
import java.util.Optional;

/** What kind of value a setting has, and so how it is read from a request. */
public enum Form {
    /** As it was sent. */
    TEXT {
        @Override
        public Optional<Object> read(Input input, String name) {
            return input.string(name).map(text -> text);
        }
    },
    /** A text AWS stores in lower case, whatever was sent. */
    NAME {
        @Override
        public Optional<Object> read(Input input, String name) {
            return input.string(name).map(text -> text.toLowerCase(Locale.ROOT));
        }
    },
    /** A whole number. */
    NUMBER {
        @Override
        public Optional<Object> read(Input input, String name) {
            return input.integer(name).map(number -> number);
        }
    },
    /** A truth value. */
    FLAG {
        @Override
        public Optional<Object> read(Input input, String name) {
            return input.bool(name).map(flag -> flag);
        }
    },
    /** A list of texts without order; AWS answers it sorted. */
    TEXTS {
        @Override
        public Optional<Object> read(Input input, String name) {
            return input.has(name)
                    ? Optional.of(
                            input.strings(name).stream().distinct().sorted().toList())
                    : Optional.empty();
        }
    };

    /** The member of that name; empty when it was not sent. */
    public abstract Optional<Object> read(Input input, String name);
}
