package io.holdfast.desired.write;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is to be written, before anybody has decided how. */
public sealed interface Piece {
    /**
     * A number or a truth value.
     *
     * @param text as YAML has it, never quoted
     */
    record Word(String text) implements Piece {
        public Word {
            requireNonNull(text, "text");
        }
    }

    /** Text, quoted where it must be. */
    record Text(String text) implements Piece {
        public Text {
            requireNonNull(text, "text");
        }
    }

    /**
     * A value that is kept back.
     *
     * @param why for the reader of the file, who has to put something in its place
     */
    record Withheld(String why) implements Piece {
        public Withheld {
            requireNonNull(why, "why");
        }
    }

    /** A list. */
    record Items(List<Piece> items) implements Piece {
        public Items {
            items = List.copyOf(items);
        }
    }

    /**
     * A map.
     *
     * @param entries in the order in which they are written
     * @param isSpread whether each entry gets a line of its own, however few there are
     */
    record Keys(Map<String, Piece> entries, boolean isSpread) implements Piece {
        public Keys {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }
    }
}
