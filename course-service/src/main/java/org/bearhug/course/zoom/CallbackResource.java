package org.bearhug.course.zoom;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where Zoom sends an instructor's browser back to. */
@Path("/v1/zoom/callback")
@Tag(name = "zoom")
class CallbackResource {

    @Inject
    Connecting connecting;

    @Inject
    ZoomSettings settings;

    @GET
    @PermitAll
    @Operation(
            operationId = "zoomCallback",
            summary = "Finish connecting a Zoom account; a browser comes here from Zoom")
    @APIResponse(responseCode = "303", description = "To the front page, with zoom=connected or zoom=refused")
    @APIResponse(responseCode = "400", description = "invalid-request")
    public Response back(
            @QueryParam("code") @DefaultValue("") @Size(max = 500) String code,
            @QueryParam("state") @DefaultValue("") @Size(max = 200) String state,
            @CookieParam(Connecting.COOKIE) @DefaultValue("") @Size(max = 200) String browser) {
        String outcome = connecting.finish(code, state, browser) ? "connected" : "refused";
        return Response.seeOther(URI.create(settings.publicUrl + "/?zoom=" + outcome))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Referrer-Policy", "no-referrer")
                .build();
    }
}
