package io.holdfast.desired.yaml;

import static java.util.Objects.requireNonNull;

import io.holdfast.desired.finding.Finding;
import java.util.List;
import java.util.Optional;

/**
 * What became of a file.
 *
 * @param root the tree; absent where the file cannot be understood far enough for one
 * @param findings what is wrong with it; a tree may come with findings, so that later stages can add theirs
 */
public record Parsed(Optional<Node.Mapping> root, List<Finding> findings) {
    public Parsed {
        requireNonNull(root, "root");
        findings = List.copyOf(findings);
    }
}
