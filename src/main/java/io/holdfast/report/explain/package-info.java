/**
 * Why something is as it is: what the last pass knows of one resource, gathered for somebody who asks about it.
 *
 * <p>It reads a plan and decides nothing; all that it says stands in the drift report, the plan and the events as well,
 * between everything else. Values that may be secret are hidden here as there.
 */
package io.holdfast.report.explain;
