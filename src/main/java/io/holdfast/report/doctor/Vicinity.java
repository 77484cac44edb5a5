package io.holdfast.report.doctor;

import io.holdfast.model.AwsTarget;
import io.holdfast.report.document.DoctorDocument.Finding;
import java.util.Collection;
import java.util.List;

/** What is around the process: room for the ledger, and the way to AWS with the time there. */
@FunctionalInterface
public interface Vicinity {
    /**
     * Looks around, now.
     *
     * @param targets where environments live
     */
    List<Finding> findings(Collection<AwsTarget> targets);
}
