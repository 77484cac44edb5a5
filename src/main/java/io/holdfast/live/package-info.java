/**
 * AWS, through the kinds, becomes {@link io.holdfast.model.LiveState}.
 *
 * <p>One look asks for every declared resource, and for what the ledger remembers and nothing declares any longer. What
 * could not be looked at is in the result as unseen, never left out: a missing answer must not be taken for a missing
 * resource.
 */
package io.holdfast.live;
