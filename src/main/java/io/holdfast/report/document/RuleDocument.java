package io.holdfast.report.document;

/**
 * A sort of mistake.
 *
 * @param code as findings have it
 * @param meaning what a finding of this sort says, in a sentence
 * @param advice what its author can do about it, in a sentence
 */
public record RuleDocument(String code, String meaning, String advice) {}
