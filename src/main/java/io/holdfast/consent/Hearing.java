package io.holdfast.consent;

import static java.util.Objects.requireNonNull;

import io.holdfast.model.Decision;

/** Whether a word can be taken down. */
public sealed interface Hearing {
    /**
     * It can; nothing is kept yet.
     *
     * @param decision what it comes to
     */
    record Heard(Decision decision) implements Hearing {
        public Heard {
            requireNonNull(decision, "decision");
        }
    }

    /**
     * It was said of another plan than there is now.
     *
     * @param sentence for people, with the id of the plan there is
     */
    record Outdated(String sentence) implements Hearing {
        public Outdated {
            requireNonNull(sentence, "sentence");
        }
    }

    /**
     * It would not count, whatever it were about.
     *
     * @param sentence for people
     */
    record Discounted(String sentence) implements Hearing {
        public Discounted {
            requireNonNull(sentence, "sentence");
        }
    }

    /**
     * It is about nothing that asks.
     *
     * @param sentence for people, with what does ask
     */
    record Pointless(String sentence) implements Hearing {
        public Pointless {
            requireNonNull(sentence, "sentence");
        }
    }
}
