/**
 * What people say of plans: who is asked about what, who has answered, and what their words are still worth.
 *
 * <p>It takes a person's word down and judges nothing else: whether a change may be made is for the guardrails, which read
 * the same words from the ledger, in every pass and again before every call. What is told here of a plan is therefore told
 * by asking those guardrails once more, with what people have said by now. It knows the vocabulary, the plan and the
 * ledger, and neither HTTP nor AWS.
 *
 * <p>To approve a plan as a whole, by its id alone, was turned down: the first of its changes to be made would move what the
 * id is made of, and void the rest. A word is about each change as the person saw it, and the plan's id only proves that
 * they saw what is on the board.
 */
package io.holdfast.consent;
