/**
 * When and how often: one pass per environment at a time, environments independent of each other.
 *
 * <p>The source is read beside the passes, because whoever edits one environment, and the disk it is on, must not make the
 * others wait.
 *
 * <p>A pass is level-based: it starts from what is true now, and nothing depends on the one before having ended well. It
 * knows nothing of threads and timers; {@link io.holdfast.reconcile.Reconciler} knows nothing of AWS.
 */
package io.holdfast.reconcile;
