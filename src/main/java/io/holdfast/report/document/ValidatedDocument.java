package io.holdfast.report.document;

import java.util.List;
import java.util.Optional;

/**
 * One environment that was read.
 *
 * @param environment its name; absent where this is about a folder or file that could not be read at all
 * @param home its file or folder, as whoever asked named it; without the file's ending where it does not load
 * @param valid whether it loads
 * @param mode how far Holdfast may go; absent where it does not load
 * @param resources how many it declares; absent where it does not load
 * @param findings what is wrong, by file and line; empty where it loads
 * @param allTold whether there are no more findings than these
 * @param meanwhile what a running Holdfast does until the findings are mended; absent where there are none
 */
public record ValidatedDocument(
        Optional<String> environment,
        String home,
        boolean valid,
        Optional<String> mode,
        Optional<Integer> resources,
        List<FindingDocument> findings,
        boolean allTold,
        Optional<String> meanwhile) {
    public ValidatedDocument {
        findings = List.copyOf(findings);
    }

    /** The environment, or else what could not be read. */
    public String name() {
        return environment.orElse(home);
    }
}
