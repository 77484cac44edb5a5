package io.holdfast.web;

import io.holdfast.access.Role;
import io.holdfast.model.DriftReport;
import io.holdfast.model.Plan;
import io.holdfast.report.EnvironmentStatus;
import io.holdfast.report.doctor.Examination;
import io.holdfast.report.doctor.Vicinity;
import io.holdfast.report.document.DoctorDocument;
import io.holdfast.web.guard.Needs;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What keeps Holdfast from working. */
@Path("/api/v1/doctor")
@Produces(MediaType.APPLICATION_JSON)
class DoctorApi {
    private final Environments environments;
    private final Troubles troubles;
    private final Vicinity vicinity;

    DoctorApi(Environments environments, Troubles troubles, Vicinity vicinity) {
        this.environments = environments;
        this.troubles = troubles;
        this.vicinity = vicinity;
    }

    @GET
    @Needs(Role.ADMIN)
    @Operation(summary = "What is well and what is not, missing permissions by name, and what to do about it")
    public DoctorDocument doctor() {
        List<EnvironmentStatus> all = environments.all();
        List<DriftReport> looks =
                all.stream().flatMap(it -> it.plan().stream()).map(Plan::report).toList();
        return Examination.of(troubles.source(), troubles.ledger(), all, vicinity.findings(looks));
    }
}
