/**
 * What keeps Holdfast from working, and what to do about it.
 *
 * <p>Of what is looked at, it rests on what was really tried: every pass reads all that is declared, so that a permission that is
 * missing has been refused by AWS, by name. What would be written cannot be tried, so IAM is asked what it would say. That takes
 * a permission of its own and does not tell everything: what it leaves open is said to be not checked, and a question that
 * nobody answered makes nothing missing and nothing well.
 */
package io.holdfast.report.doctor;
