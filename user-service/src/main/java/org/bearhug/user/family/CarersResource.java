package org.bearhug.user.family;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.bearhug.kit.Caller;
import org.bearhug.kit.Idempotency;
import org.bearhug.kit.Page;
import org.bearhug.user.account.Email;
import org.bearhug.user.account.EmailAddress;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Sharing a child with another carer, who then has the same rights. */
@Path("/v1/me/children/{id}")
@Tag(name = "children")
class CarersResource {

    @Inject
    Carers carers;

    @Inject
    Invitations invitations;

    @Inject
    Idempotency idempotency;

    @Inject
    Caller caller;

    record Invitation(@NotNull @EmailAddress String email) {
        Invitation {
            email = Email.normal(email);
        }
    }

    @GET
    @Path("/carers")
    @RolesAllowed("carer")
    @Operation(operationId = "listCarers", summary = "Who cares for one's child")
    @APIResponse(responseCode = "200", description = "All of them, the longest first, at most " + ChildCarer.LIMIT)
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(responseCode = "404", description = "not-found")
    public Page<Carers.CarerView> list(@PathParam("id") UUID id) {
        return new Page<>(carers.of(caller.accountId(), id), null);
    }

    @DELETE
    @Path("/carers/me")
    @RolesAllowed("carer")
    @Operation(operationId = "leaveChild", summary = "No longer share a child; what is booked stays with the others")
    @APIResponse(responseCode = "204", description = "Left")
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "last-carer; who can erase the child instead")
    public void leave(@PathParam("id") UUID id) {
        carers.leave(caller.accountId(), id);
    }

    @POST
    @Path("/invitations")
    @RolesAllowed("carer")
    @Operation(
            operationId = "inviteCarer",
            summary = "Invite somebody to share a child",
            description = "The answer is the same for every address. Only the account with this address can accept,"
                    + " within seven days.")
    @APIResponse(responseCode = "202", description = "A mail is on its way")
    @APIResponse(responseCode = "400", description = "invalid-request")
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(responseCode = "404", description = "not-found")
    @APIResponse(responseCode = "409", description = "too-many-carers, too-many-invitations, idempotency-key-in-use")
    @APIResponse(responseCode = "422", description = "idempotency-key-reused")
    public Response invite(@PathParam("id") UUID id, @NotNull @Valid Invitation invitation) {
        return idempotency.once(invitation, () -> {
            invitations.invite(caller.accountId(), id, invitation.email());
            return Response.accepted().build();
        });
    }
}
