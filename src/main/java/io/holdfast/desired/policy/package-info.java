/**
 * What stands under {@code spec} beside the sections becomes a {@link io.holdfast.model.policy.Policy}: how far Holdfast may
 * go, what it ignores, when it waits, who must agree.
 *
 * <p>Knows YAML's records and the words of the model; not which resources are declared, except to tell that a rule is about
 * none of them: a rule that means nothing is a slip, and the author would rely on it.
 *
 * <p>Nothing here is ever {@code null}.
 */
package io.holdfast.desired.policy;
