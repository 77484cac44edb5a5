package io.holdfast.report.review;

import io.holdfast.model.Digest;
import io.holdfast.report.document.FindingDocument;
import java.util.HashMap;
import java.util.Map;

/**
 * What a finding is known by from one commit to the next: its sort, file and path, and for several alike which of them it
 * is. Line and words are no part of it, so that a line put in above does not make every finding below a new one.
 */
final class Fingerprints {
    static final String NAME = "holdfastFinding/v1";

    private final Map<String, Integer> seen = new HashMap<>();

    /** The fingerprint of the next finding; they come from top to bottom. */
    String of(FindingDocument finding) {
        String likeness = String.join("\n", finding.code(), finding.file(), finding.path());
        return Digest.full(likeness + "\n" + seen.merge(likeness, 1, Integer::sum));
    }
}
