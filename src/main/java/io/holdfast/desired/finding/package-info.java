/**
 * What is wrong with a desired state, told so that its author can act on it: where, what was found, what is allowed.
 *
 * <p>Knows nothing of YAML, git or kinds: every stage on the way from a file to a desired state hands its findings
 * down the same chute, and all of them arrive. The alternative, an exception per stage, was turned down: it tells the
 * author one mistake per commit.
 *
 * <p>Nothing here is ever {@code null}, and no finding shows a value that may be a secret.
 */
package io.holdfast.desired.finding;
