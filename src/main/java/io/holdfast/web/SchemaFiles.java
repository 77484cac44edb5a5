package io.holdfast.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.holdfast.web.guard.Open;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The JSON Schema of the environment format, for editors: they read it by address and have no token. */
@Path("/schema")
@Produces(SchemaFiles.JSON_SCHEMA)
class SchemaFiles {
    /** The media type of JSON Schema (JSON Schema Core 2020-12, section 14). */
    static final String JSON_SCHEMA = "application/schema+json";

    private static final String WHOLE = "environment-v1.json";
    private static final String PART = "environment-part-v1.json";
    private static final String PUBLISHED =
            "it tells how an environment is written, as the documentation does, and nothing of any";

    private final String whole = text(WHOLE);
    private final String part = text(PART);

    @GET
    @Path(WHOLE)
    @Open(because = PUBLISHED)
    @Operation(summary = "The JSON Schema (2020-12) of a file of an environment")
    public String environment() {
        return whole;
    }

    @GET
    @Path(PART)
    @Open(because = PUBLISHED)
    @Operation(
            summary =
                    "The JSON Schema of one of several files in an environment's folder, none of which need be complete")
    public String part() {
        return part;
    }

    private static String text(String name) {
        try (InputStream file = SchemaFiles.class.getResourceAsStream("/schema/" + name)) {
            return new String(file.readAllBytes(), UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
