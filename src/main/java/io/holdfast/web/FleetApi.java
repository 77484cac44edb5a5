package io.holdfast.web;

import io.holdfast.access.Role;
import io.holdfast.report.document.FleetDocument;
import io.holdfast.web.guard.Needs;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The fleet at a glance. */
@Path("/api/v1/status")
@Produces(MediaType.APPLICATION_JSON)
class FleetApi {
    private final Environments environments;
    private final Troubles troubles;

    FleetApi(Environments environments, Troubles troubles) {
        this.environments = environments;
        this.troubles = troubles;
    }

    @GET
    @Needs(Role.VIEWER)
    @Operation(summary = "All environments, one row each, and what keeps Holdfast itself from working")
    public FleetDocument status() {
        return FleetDocument.of(troubles.all(), environments.all());
    }
}
