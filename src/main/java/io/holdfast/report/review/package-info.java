/**
 * Findings in the forms that code reviews and build servers read, so that a mistake shows on its line.
 *
 * <p>Knows the documents and nothing of where they come from. Each form is another project's standard and stays in a file
 * of its own; what a standard has no place for is left out rather than bent into it. Names of files are given as they were
 * asked for: relative to where the command ran, which in a pipeline is the root of the repository.
 *
 * <p>Nothing here is ever {@code null}.
 */
package io.holdfast.report.review;
