package io.holdfast.report.doctor;

import io.holdfast.model.DriftReport;
import io.holdfast.report.document.DoctorDocument.Finding;
import java.util.Collection;
import java.util.List;

/** What is around the process: room for the ledger, the way to AWS with the time there, and what IAM allows. */
@FunctionalInterface
public interface Vicinity {
    /**
     * Looks around, now.
     *
     * @param looks the last look at each environment
     */
    List<Finding> findings(Collection<DriftReport> looks);
}
