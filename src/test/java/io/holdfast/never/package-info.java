/**
 * What Holdfast must never do (DESIGN section 5), held against whatever comes: random estates, commits, crashes, restarts,
 * approvals, pauses, windows, lost ledgers, other people's hands and tags.
 *
 * <p>The judge, {@link io.holdfast.never.Witness}, sees the ground truth and what people really said, and shares nothing
 * with the judged but the words of the model: it does not ask a guardrail what a guardrail should have said.
 */
package io.holdfast.never;
