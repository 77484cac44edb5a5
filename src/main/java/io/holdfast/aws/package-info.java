/**
 * How Holdfast behaves towards AWS: which failures mean what, how many calls a look costs, how fast it asks, and who
 * may write.
 *
 * <p>Knows the SDK and {@link io.holdfast.model}, and no kind of resource: what a cluster or a database is stays with
 * the kinds, which find here one {@link io.holdfast.aws.AwsAccess} per account, region and role.
 *
 * <p>The rules live in front of the SDK's clients as loaders, interceptors and one classification of failures. The
 * alternative, a client of our own for each API behind which the SDK hides, was turned down: it would be ten times the
 * code, and every field AWS adds would have to be carried through by hand.
 *
 * <p>Nothing here is ever {@code null} beyond the line on which the SDK hands it out.
 */
package io.holdfast.aws;
