package io.holdfast.web;

import io.holdfast.access.Role;
import io.holdfast.export.ExportDesk;
import io.holdfast.export.Exported;
import io.holdfast.model.AwsTarget;
import io.holdfast.model.Scope;
import io.holdfast.report.document.ExportDocument;
import io.holdfast.web.guard.CurrentVisitor;
import io.holdfast.web.guard.Needs;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ServerErrorException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/**
 * What is live in an environment's account, as YAML. Like the doctor it asks AWS: it shows what belongs to no environment
 * yet, and costs calls of the passes' budget, which is why it takes more than a right to read, and its turn.
 */
@Path("/api/v1/environments/{environment}/export")
class ExportApi {
    /** RFC 9512. */
    static final String YAML = "application/yaml";

    static final String COMPLETE = "Holdfast-Complete";

    private static final List<MediaType> FORMS =
            List.of(new MediaType("application", "yaml"), MediaType.APPLICATION_JSON_TYPE);

    private static final int AT_ONCE = 2;
    private static final int SECONDS_OF_AN_EXPORT = 10;
    private static final int TOLD = 20;

    private final Semaphore turns = new Semaphore(AT_ONCE);
    private final Environments environments;
    private final ExportDesk desk;
    private final CurrentVisitor visitor;

    ExportApi(Environments environments, ExportDesk desk, CurrentVisitor visitor) {
        this.environments = environments;
        this.desk = desk;
        this.visitor = visitor;
    }

    @GET
    @Needs(Role.ADMIN)
    @Produces({YAML, MediaType.APPLICATION_JSON})
    @Operation(
            summary = "What is live in the environment's account and region, as YAML that differs from it in nothing",
            description =
                    "Without cluster every cluster is looked through; databases and caches only where they are named, or"
                            + " where name or tag choose among all there is. '*' means all. What could not be looked at is"
                            + " told at the top of the file, in notSeen, and by the header Holdfast-Complete: false.")
    @APIResponse(
            responseCode = "200",
            description = "The environment's file, or that file with what there is to say of it",
            content = {
                @Content(mediaType = YAML, schema = @Schema(type = SchemaType.STRING)),
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ExportDocument.class))
            })
    @APIResponse(responseCode = "422", description = "What was named, or anything at all, is not there to be exported")
    @APIResponse(responseCode = "429", description = "Two are being made already; Retry-After says when to come again")
    @APIResponse(responseCode = "502", description = "Nothing could be looked at")
    public Response export(
            @PathParam("environment") String environment,
            @QueryParam("cluster") List<String> clusters,
            @QueryParam("database") List<String> databases,
            @QueryParam("cache") List<String> caches,
            @QueryParam("name") List<String> names,
            @QueryParam("tag") List<String> tags,
            @QueryParam("format") @DefaultValue("") String format,
            @Context HttpHeaders headers) {
        AwsTarget aws = environments.plan(environment).report().desired().aws();
        boolean isYaml = isYaml(format, headers);
        Exported exported = exported(environment, aws, ExportScope.of(clusters, databases, caches, names, tags));
        refuseNothing(exported);
        return Response.ok(
                        isYaml ? exported.yaml() : ExportDocument.of(environment, exported),
                        isYaml ? YAML : MediaType.APPLICATION_JSON)
                .header(COMPLETE, exported.notSeen().isEmpty())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }

    private Exported exported(String environment, AwsTarget aws, Scope scope) {
        if (!turns.tryAcquire()) {
            throw new ClientErrorException(
                    AT_ONCE + " exports are being made already; ask again in a moment",
                    Response.status(Status.TOO_MANY_REQUESTS)
                            .header(HttpHeaders.RETRY_AFTER, SECONDS_OF_AN_EXPORT)
                            .build());
        }
        try {
            return desk.export(environment, aws, scope, !visitor.get().seesEverything());
        } finally {
            turns.release();
        }
    }

    /** A file without what was asked for by name, or with nothing in it, would be taken for all there is. */
    private static void refuseNothing(Exported exported) {
        if (!exported.missing().isEmpty()) {
            throw new Unprocessable(sentence("nothing is exported", exported.missing()));
        }
        if (exported.yaml().isEmpty() && !exported.notSeen().isEmpty()) {
            throw new ServerErrorException(
                    sentence("nothing is exported, because nothing could be looked at", exported.notSeen()),
                    Status.BAD_GATEWAY);
        }
        if (exported.yaml().isEmpty()) {
            throw new Unprocessable(sentence("nothing of what was asked for is there to be exported", exported.left()));
        }
    }

    private static String sentence(String what, List<String> why) {
        Stream<String> more = why.size() > TOLD ? Stream.of("and " + (why.size() - TOLD) + " more") : Stream.empty();
        String reasons = Stream.concat(why.stream().limit(TOLD), more).collect(Collectors.joining("; "));
        return reasons.isEmpty() ? what : what + ": " + reasons;
    }

    private static boolean isYaml(String format, HttpHeaders headers) {
        return switch (format) {
            case "" ->
                headers.getAcceptableMediaTypes().stream()
                        .flatMap(wanted -> FORMS.stream().filter(wanted::isCompatible))
                        .findFirst()
                        .map(FORMS.get(0)::equals)
                        .orElseThrow(() -> new NotAcceptableException("there is " + YAML + " and application/json"));
            case "yaml" -> true;
            case "json" -> false;
            default -> throw new BadRequestException("format must be yaml or json");
        };
    }
}
