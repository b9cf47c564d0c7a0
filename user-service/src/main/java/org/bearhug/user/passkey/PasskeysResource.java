package org.bearhug.user.passkey;

import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.bearhug.kit.Caller;
import org.bearhug.kit.Page;
import org.bearhug.user.account.OneLine;
import org.bearhug.user.login.Visit;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One's own passkeys (WebAuthn). */
@Path("/v1/passkeys")
@Tag(name = "passkeys")
class PasskeysResource {

    @Inject
    Passkeys passkeys;

    @Inject
    NewPasskeys newPasskeys;

    @Inject
    Caller caller;

    record NewPasskey(@NotBlank @Size(max = 60) @OneLine String name, @NotNull @Valid Credential.Made credential) {
        NewPasskey {
            name = name == null ? null : name.strip();
        }
    }

    @POST
    @Path("/options")
    @RolesAllowed({"carer", "instructor", "admin"})
    @Operation(
            operationId = "beginPasskey",
            summary = "What a device needs to make a passkey",
            description = "As for deleting one, the log-in has to be of the last ten minutes.")
    @APIResponse(
            responseCode = "200",
            description = "For navigator.credentials.create(), good for five minutes",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PasskeyOptions.Creation.class)))
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "fresh-login-needed, forbidden")
    public Response begin() {
        return Response.ok(newPasskeys.options(caller.accountId()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @POST
    @RolesAllowed({"carer", "instructor", "admin"})
    @Operation(
            operationId = "addPasskey",
            summary = "Keep the passkey that the device has made",
            description =
                    "An Idempotency-Key is not needed: a challenge is good once, so a retry answers passkey-known.")
    @APIResponse(
            responseCode = "201",
            description = "The passkey",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = PasskeyView.class)))
    @APIResponse(responseCode = "400", description = "invalid-passkey, invalid-request")
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "fresh-login-needed, forbidden")
    @APIResponse(responseCode = "409", description = "passkey-known, too-many-passkeys")
    public Response add(@NotNull @Valid NewPasskey wish, @Context HttpServerRequest request) {
        PasskeyView added = newPasskeys.add(caller.accountId(), wish, Visit.of(request));
        return Response.created(URI.create("/v1/passkeys/" + added.id()))
                .entity(added)
                .build();
    }

    @GET
    @RolesAllowed({"carer", "instructor", "admin"})
    @Operation(operationId = "listPasskeys", summary = "One's passkeys")
    @APIResponse(responseCode = "200", description = "All of them, at most " + Passkey.LIMIT)
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "forbidden")
    public Page<PasskeyView> list() {
        return new Page<>(passkeys.of(caller.accountId()), null);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({"carer", "instructor", "admin"})
    @Operation(operationId = "deletePasskey", summary = "Delete a passkey; it opens nothing from now on")
    @APIResponse(responseCode = "204", description = "Gone")
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "fresh-login-needed, forbidden")
    @APIResponse(responseCode = "404", description = "not-found")
    public void delete(@PathParam("id") UUID id) {
        passkeys.delete(caller.accountId(), id);
    }
}
