/**
 * A git repository, near or far, becomes {@link io.holdfast.desired.folder.Snapshot}s: for each environment one of the
 * commit it may follow.
 *
 * <p>Knows git, and which branch and folder each environment comes from; not what is in the files. The repository is
 * hostile until shown otherwise: it is mirrored, never checked out, only the configured branches are fetched, everything
 * is bounded before it is read, and JGit runs no program and reads nobody's configuration. A failure of any sort changes
 * nothing but the label: what was accepted stays in force.
 *
 * <p>Fetching happens beside the loop, one fetch at a time; whoever asks for the desired state is given what was fetched
 * last. Fetching when asked was turned down: a slow server would hold up every environment.
 *
 * <p>Whether a branch goes on from where it was is decided by the graph of commits. Dates are for people, and anybody can
 * write any.
 *
 * <p>Nothing here is ever {@code null}.
 */
package io.holdfast.desired.git;
