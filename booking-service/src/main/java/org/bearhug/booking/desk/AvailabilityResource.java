package org.bearhug.booking.desk;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.bearhug.kit.Page;
import org.bearhug.kit.Refusal;
import org.bearhug.reads.ReadyAnswers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Seats left, for everybody. */
@Path("/v1/availability")
@Tag(name = "availability")
class AvailabilityResource {

    @Inject
    Availability availability;

    @Inject
    ReadyAnswers answers;

    @GET
    @PermitAll
    @Operation(
            operationId = "readAvailability",
            summary = "Seats left in some sessions, or in those of a block",
            description = "In the order of their dates. Sessions that are not known or not published are left out. "
                    + "asOf is when they were last counted; nothing has changed since.")
    @APIResponse(responseCode = "200", description = "The seats, with their ETag")
    @APIResponse(responseCode = "304", description = "What If-None-Match names is what there is")
    @APIResponse(responseCode = "400", description = "invalid-request")
    public RestResponse<Page<Availability.Seats>> read(
            @QueryParam("session") @Size(max = Page.LIMIT) List<@NotNull UUID> sessions,
            @QueryParam("block") UUID block) {
        if (sessions.isEmpty() == (block == null)) {
            throw Refusal.invalid("Say either ?session=… (as often as needed) or ?block=….");
        }
        return answers.toAll(
                () -> block == null ? availability.shownOfSessions(sessions) : availability.shownOfBlock(block));
    }
}
