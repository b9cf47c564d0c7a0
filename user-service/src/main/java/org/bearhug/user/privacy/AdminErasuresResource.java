package org.bearhug.user.privacy;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Reports on erasures; their ids stand in the audit trail. */
@Path("/v1/admin/erasures/{id}")
@Tag(name = "admin")
class AdminErasuresResource {

    @Inject
    ErasureReports reports;

    @GET
    @RolesAllowed("admin")
    @Operation(operationId = "readErasureReport", summary = "What each service did to erase somebody")
    @APIResponse(
            responseCode = "200",
            description = "The report; a service without doneAt has not confirmed yet",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ErasureReports.ReportView.class)))
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(responseCode = "404", description = "not-found")
    public ErasureReports.ReportView read(@PathParam("id") UUID id) {
        return reports.read(id);
    }
}
