package io.holdfast.web;

import io.holdfast.access.Role;
import io.holdfast.report.document.FleetDocument;
import io.holdfast.web.guard.Needs;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The page a person sees first: the environments, and where their reports are. */
@Path("/")
class IndexPage {
    /** The page loads nothing from anywhere and runs nothing. */
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

    private final Environments environments;
    private final Troubles troubles;

    IndexPage(Environments environments, Troubles troubles) {
        this.environments = environments;
        this.troubles = troubles;
    }

    @CheckedTemplate(basePath = "")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance index(FleetDocument fleet);
    }

    @GET
    @Needs(Role.VIEWER)
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public Response page() {
        FleetDocument fleet = FleetDocument.of(troubles.all(), environments.all());
        return Response.ok(Templates.index(fleet).render())
                .header("Content-Security-Policy", POLICY)
                .build();
    }
}
