package io.holdfast.desired.form;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.stream.Stream;

/** What may be written in one place. */
public sealed interface Form {
    /**
     * Text; what reads like a number or a truth value needs quotes.
     *
     * @param length in characters
     * @param rules what the whole of it must match, each of them
     */
    record Text(Bounds length, List<Rule> rules) implements Form {
        public static final Text ANY = new Text(Bounds.NONE, List.of());

        public Text {
            requireNonNull(length, "length");
            rules = List.copyOf(rules);
        }
    }

    /**
     * What a text must match.
     *
     * @param regexp for the whole of the text, of what Java and ECMAScript have in common
     * @param words the same for people; empty where nobody has said it in words
     */
    record Rule(String regexp, String words) {
        public Rule {
            requireNonNull(regexp, "regexp");
            requireNonNull(words, "words");
        }
    }

    /** One of a few words. */
    record Words(List<String> words) implements Form {
        public Words {
            words = List.copyOf(words);
        }
    }

    /** A whole number in plain decimal. */
    record Whole(Bounds range) implements Form {
        public Whole {
            requireNonNull(range, "range");
        }
    }

    /** A number that may have a fraction. */
    record Decimal(Bounds range) implements Form {
        public Decimal {
            requireNonNull(range, "range");
        }
    }

    /** {@code true} or {@code false}. */
    record Truth() implements Form {}

    /**
     * A list.
     *
     * @param item what each member looks like
     * @param size in members
     */
    record Items(Form item, Bounds size) implements Form {
        public Items {
            requireNonNull(item, "item");
            requireNonNull(size, "size");
        }
    }

    /**
     * A map under names of the author's.
     *
     * @param name what a name looks like
     * @param value what stands under each
     * @param size in members
     */
    record Names(Text name, Form value, Bounds size) implements Form {
        public Names {
            requireNonNull(name, "name");
            requireNonNull(value, "value");
            requireNonNull(size, "size");
        }
    }

    /**
     * A map under keys of ours; no others may stand in it.
     *
     * @param about where the whole of it is explained
     * @param keys in the order in which they are explained
     */
    record Keys(About about, List<Key> keys) implements Form {
        public Keys {
            requireNonNull(about, "about");
            keys = List.copyOf(keys);
        }

        /** The same with more keys. */
        public Keys and(List<Key> more) {
            return new Keys(about, Stream.concat(keys.stream(), more.stream()).toList());
        }
    }
}
