package io.holdfast.web;

import io.holdfast.access.Role;
import io.holdfast.model.Plan;
import io.holdfast.model.ResourceDrift;
import io.holdfast.report.document.PageDocument;
import io.holdfast.report.document.ResourceDocument;
import io.holdfast.web.guard.Needs;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The declared resources of an environment, in sync or not. */
@Path("/api/v1/environments/{environment}/resources")
@Produces(MediaType.APPLICATION_JSON)
class ResourceApi {
    private final Environments environments;

    ResourceApi(Environments environments) {
        this.environments = environments;
    }

    @GET
    @Needs(Role.VIEWER)
    @Operation(summary = "The resources an environment declares, by id")
    public PageDocument<ResourceDocument> list(
            @PathParam("environment") String environment,
            @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit,
            @QueryParam("cursor") @DefaultValue(Cursor.FIRST) Cursor cursor) {
        Plan plan = environments.plan(environment);
        List<ResourceDocument> resources = plan.report().resources().stream()
                .sorted(Comparator.comparing(it -> it.id().toString()))
                .filter(it -> cursor.isBefore(it.id().toString()))
                .limit(limit.andOneMore())
                .map(it -> ResourceDocument.of(it, plan))
                .toList();
        return PageDocument.of(resources, limit.items(), ResourceDocument::id);
    }

    @GET
    @Needs(Role.VIEWER)
    @Path("{kind}/{name}")
    @Operation(summary = "One resource, named as in its id: service/backend of production/service/backend")
    public ResourceDocument one(
            @PathParam("environment") String environment,
            @PathParam("kind") String kind,
            @PathParam("name") String name) {
        Plan plan = environments.plan(environment);
        String id = environment + "/" + kind + "/" + name;
        return plan.report().resources().stream()
                .filter(it -> it.id().toString().equals(id))
                .findFirst()
                .map(it -> ResourceDocument.of(it, plan))
                .orElseThrow(() -> new NotFoundException("nothing declares " + id + "; there is " + ids(plan)));
    }

    private static List<String> ids(Plan plan) {
        return plan.report().resources().stream()
                .map(ResourceDrift::id)
                .map(Object::toString)
                .toList();
    }
}
