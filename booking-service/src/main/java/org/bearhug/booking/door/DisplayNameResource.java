package org.bearhug.booking.door;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import org.bearhug.kit.Caller;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;

/** What a carer wants to be called in calls. */
@Path("/v1/me/display-name")
@Tag(name = "join")
@APIResponse(responseCode = "401", description = "invalid-token")
@APIResponse(responseCode = "403", description = "forbidden")
class DisplayNameResource {

    @Inject
    DisplayNames names;

    @Inject
    Caller caller;

    /** @param displayName absent for who has not chosen one and is a guest in calls */
    record Chosen(String displayName) {}

    /** @param displayName begins and ends with something to be seen, without line breaks and the like */
    record Choice(
            @NotNull @Size(max = 60) @Pattern(
                            regexp = "[^\\p{Z}\\p{C}]([^\\p{C}\\p{Zl}\\p{Zp}]*[^\\p{Z}\\p{C}])?",
                            message = "must begin and end with what can be seen, in one line")
                    String displayName) {}

    @GET
    @RolesAllowed("carer")
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    @Operation(operationId = "readDisplayName", summary = "What one is called in calls")
    @APIResponse(responseCode = "200", description = "The name, if one was chosen")
    public Chosen read() {
        return new Chosen(names.of(caller.accountId()).orElse(null));
    }

    @PUT
    @RolesAllowed("carer")
    @Operation(
            operationId = "chooseDisplayName",
            summary = "Choose what one is called in calls; it is the one thing that Zoom is told of a carer",
            description =
                    "It counts for ways in that are opened from now on: a place that has one keeps its name. There"
                            + " is nothing else in it that another change could overwrite, so no If-Match.")
    @APIResponse(responseCode = "200", description = "It is kept")
    @APIResponse(responseCode = "400", description = "invalid-request")
    public Chosen choose(@NotNull @Valid Choice choice) {
        names.choose(caller.accountId(), choice.displayName());
        return new Chosen(choice.displayName());
    }

    @DELETE
    @RolesAllowed("carer")
    @Operation(operationId = "forgetDisplayName", summary = "Be a guest in calls again")
    @APIResponse(responseCode = "204", description = "There is no name any more")
    public void forget() {
        names.forget(caller.accountId());
    }
}
