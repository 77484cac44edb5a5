package io.holdfast.model;

import static java.util.Objects.requireNonNull;

import io.holdfast.model.policy.IgnoreRule;

/**
 * What an ignore rule has done in one look.
 *
 * @param rule the rule
 * @param hits how many differences it met
 * @param expired whether it holds no longer, so that it met none
 * @param history whether it ever met one
 */
public record IgnoreUse(IgnoreRule rule, long hits, boolean expired, RuleUse history) {
    public IgnoreUse {
        requireNonNull(rule, "rule");
        requireNonNull(history, "history");
    }
}
