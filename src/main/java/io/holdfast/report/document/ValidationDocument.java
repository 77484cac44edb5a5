package io.holdfast.report.document;

import java.util.Comparator;
import java.util.List;

/**
 * Whether desired states load, and if not, all that is wrong with them.
 *
 * @param schema {@link #SCHEMA}
 * @param valid whether each of them loads
 * @param environments by name, folder by folder
 */
public record ValidationDocument(String schema, boolean valid, List<ValidatedDocument> environments) {
    public static final String SCHEMA = "holdfast.validation/v1";

    private static final Comparator<FindingDocument> ORDER = Comparator.comparing(FindingDocument::file)
            .thenComparing(FindingDocument::line)
            .thenComparing(FindingDocument::column)
            .thenComparing(FindingDocument::path)
            .thenComparing(FindingDocument::message);

    public ValidationDocument {
        environments = List.copyOf(environments);
    }

    public static ValidationDocument of(List<ValidatedDocument> environments) {
        return new ValidationDocument(SCHEMA, environments.stream().allMatch(ValidatedDocument::valid), environments);
    }

    /** Every mistake once, from top to bottom: one in a file that several environments extend is one to mend. */
    public List<FindingDocument> findings() {
        return environments.stream()
                .flatMap(it -> it.findings().stream())
                .distinct()
                .sorted(ORDER)
                .toList();
    }
}
