package io.holdfast.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Resource methods whose author has not thought of who may call them. They are part of the application under test only. */
@Path(ForgottenApi.PATH)
class ForgottenApi {
    static final String PATH = "/forgotten";

    @GET
    @Operation(hidden = true)
    public String look() {
        return "seen";
    }

    @POST
    @Operation(hidden = true)
    public String act() {
        return "done";
    }
}
