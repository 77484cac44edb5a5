/**
 * The questions asked of every change before it may be made, one per file.
 *
 * <p>A guardrail looks at one change and the situation around it, answers with a verdict, and knows nothing of the others.
 * The first that does not say proceed decides; their order, in {@link io.holdfast.plan.guardrail.Guardrails}, puts what
 * is never allowed before what only has to wait.
 */
package io.holdfast.plan.guardrail;
