package org.bearhug.user.client;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.bearhug.kit.Caller;
import org.bearhug.kit.Page;
import org.bearhug.user.account.OneLine;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The programs that act for an instructor; for their secrets see {@link ClientSecretsResource}. */
@Path("/v1/me/api-clients")
@Tag(name = "api-clients")
class ApiClientsResource {

    @Inject
    ApiClients clients;

    @Inject
    Caller caller;

    record NewClient(
            @NotBlank @Size(max = 60) @OneLine String name,
            @NotEmpty @Size(max = 10) List<
                                    @NotNull @Pattern(
                                            regexp = "classes:write|bookings:read|events:read",
                                            message = "is no scope")
                                    String>
                            scopes) {
        NewClient {
            name = name == null ? null : name.strip();
        }
    }

    @GET
    @RolesAllowed("instructor")
    @Operation(operationId = "listApiClients", summary = "One's API clients, without their secrets")
    @APIResponse(responseCode = "200", description = "All of them, at most " + ApiClient.LIMIT)
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "forbidden")
    public Page<ApiClientView> list() {
        return new Page<>(clients.of(caller.accountId()), null);
    }

    @POST
    @RolesAllowed("instructor")
    @Operation(
            operationId = "makeApiClient",
            summary = "Make an API client; its secret is told only now",
            description = "An Idempotency-Key is not kept here, for its record would hold the secret. A retry of a"
                    + " request that was carried out answers 409 name-taken: delete that client and make another.")
    @APIResponse(
            responseCode = "201",
            description = "The client, with its secret",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ApiClientView.class)))
    @APIResponse(responseCode = "400", description = "invalid-request")
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(responseCode = "409", description = "name-taken, too-many-api-clients")
    public Response make(@NotNull @Valid NewClient wish) {
        ApiClientView made = clients.make(caller.accountId(), wish);
        return Response.created(URI.create("/v1/me/api-clients/" + made.id()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(made)
                .build();
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed("instructor")
    @Operation(operationId = "deleteApiClient", summary = "Delete an API client; it gets no new tokens from now on")
    @APIResponse(responseCode = "204", description = "Gone; a token it still has ends within 15 minutes")
    @APIResponse(responseCode = "401", description = "invalid-token")
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(responseCode = "404", description = "not-found")
    public void delete(@PathParam("id") UUID id) {
        clients.delete(caller.accountId(), id);
    }
}
