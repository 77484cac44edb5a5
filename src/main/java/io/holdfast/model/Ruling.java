package io.holdfast.model;

import static java.util.Objects.requireNonNull;

/**
 * What one guardrail said of one change.
 *
 * @param guardrail which, in one word
 * @param verdict what it said
 */
public record Ruling(String guardrail, Verdict verdict) {
    public Ruling {
        requireNonNull(guardrail, "guardrail");
        requireNonNull(verdict, "verdict");
    }
}
