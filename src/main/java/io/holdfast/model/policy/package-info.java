/**
 * What the YAML says of how far Holdfast may go: modes, what is ignored, when nothing may change, how much at once, and
 * who must agree.
 *
 * <p>Pure values with the questions asked of them. The alternative, one flag per guardrail spread over the resources, was
 * turned down: what may happen to an environment must be readable in one place.
 *
 * <p>Nothing here is ever {@code null}.
 */
package io.holdfast.model.policy;
