package org.bearhug.booking.calendar;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.bearhug.kit.Caller;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The address under which other programs read one's classes. */
@Path("/v1/me/calendar")
@Tag(name = "calendar")
@APIResponse(responseCode = "401", description = "invalid-token")
@APIResponse(responseCode = "403", description = "forbidden")
class SubscriptionResource {

    @Inject
    Subscriptions subscriptions;

    @Inject
    Caller caller;

    @ConfigProperty(name = "bearhug.public-url")
    String publicUrl;

    /** @param url whoever knows it reads one's classes, so it is shown once */
    record Subscription(URI url) {}

    @POST
    @RolesAllowed("carer")
    @Operation(
            operationId = "subscribeToCalendar",
            summary = "Get an address under which a calendar program reads one's classes",
            description =
                    "The one before ends with it, also when the same request is sent twice: no answer that holds the"
                            + " address is kept anywhere.")
    @APIResponse(
            responseCode = "201",
            description = "The address, which is shown this once",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Subscription.class)))
    public Response subscribe() {
        URI url =
                URI.create(publicUrl + "/api/bookings/v1/calendar/" + subscriptions.renew(caller.accountId()) + ".ics");
        return Response.created(url)
                .entity(new Subscription(url))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @DELETE
    @RolesAllowed("carer")
    @Operation(operationId = "endCalendar", summary = "End that address")
    @APIResponse(responseCode = "204", description = "There is none any more")
    public void end() {
        subscriptions.end(caller.accountId());
    }
}
