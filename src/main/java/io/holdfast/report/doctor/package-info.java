/**
 * What keeps Holdfast from working, and what to do about it.
 *
 * <p>It rests on what was really tried: every pass reads all that is declared, so that a permission that is missing has been
 * refused by AWS, by name. To ask IAM what would be allowed was turned down: that takes permissions of its own, and knows
 * nothing of what an organisation or a boundary forbids. Whether writes would be allowed is therefore said to be not checked.
 */
package io.holdfast.report.doctor;
