package io.holdfast.report.document;

import io.holdfast.model.DriftReport;
import io.holdfast.model.Sync;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The report in numbers.
 *
 * @param resources how many are declared
 * @param inSync how many of them are as declared
 * @param drifted how many of them are not
 * @param unknown how many could not be looked at
 * @param byCause drifted resources and strays, by who moved
 */
public record SummaryDocument(long resources, long inSync, long drifted, long unknown, Map<String, Long> byCause) {
    static SummaryDocument of(DriftReport report) {
        Map<String, Long> byCause = new LinkedHashMap<>();
        report.byCause().forEach((cause, count) -> byCause.put(cause.word(), count));
        return new SummaryDocument(
                report.resources().size(),
                report.count(Sync.SYNCED),
                report.count(Sync.OUT_OF_SYNC),
                report.count(Sync.UNKNOWN),
                byCause);
    }
}
