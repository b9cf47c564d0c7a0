package org.bearhug.user.privacy;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.bearhug.kit.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A copy of everything, to take along. */
@Path("/v1/me/export")
@Tag(name = "privacy")
class ExportResource {

    private static final String ZIP = "application/zip";

    @Inject
    Export export;

    @Inject
    Caller caller;

    @GET
    @Produces(ZIP)
    @RolesAllowed({"carer", "instructor", "admin"})
    @Operation(
            operationId = "exportData",
            summary = "All that the three services hold on one and one's children, as a ZIP of JSON files")
    @APIResponse(
            responseCode = "200",
            description = "The whole of it",
            content = @Content(mediaType = ZIP, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(responseCode = "503", description = "service-unavailable; not half an export")
    public Response read() {
        return Response.ok(export.of(caller.accountId()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"bearhug-export.zip\"")
                .build();
    }
}
