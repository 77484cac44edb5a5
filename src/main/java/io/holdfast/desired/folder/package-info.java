/**
 * A folder on disk, which others change while we look, becomes a {@link io.holdfast.desired.folder.Snapshot} that was
 * true at one moment, or says why there is none.
 *
 * <p>Knows bytes, names and git's HEAD; not what is in the files. It never mistakes "cannot see" for "is empty": a
 * folder that is missing, unreadable, dangling or in the middle of a change is {@link io.holdfast.desired.folder.Look.Trouble}.
 *
 * <p>The folder is read twice in shape and once in content, and counts only if it kept still. Locking it was turned
 * down: whoever syncs it (git, git-sync, a person) knows nothing of our locks. Links are refused rather than followed:
 * what an environment asks for must stand in the folder that is reviewed.
 *
 * <p>Nothing here is ever {@code null}.
 */
package io.holdfast.desired.folder;
