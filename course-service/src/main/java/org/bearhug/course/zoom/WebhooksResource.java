package org.bearhug.course.zoom;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.bearhug.kit.Refusal;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where Zoom tells what happens. It waits for three seconds, so what it says is stored and worked on later. */
@Path("/v1/zoom/webhooks")
@Tag(name = "zoom")
class WebhooksResource {

    @Inject
    Signature signature;

    @Inject
    News news;

    /** Zoom's proof that this address is ours. */
    record Validation(String plainToken, String encryptedToken) {}

    @POST
    @Consumes(MediaType.WILDCARD)
    @PermitAll
    @Operation(
            operationId = "receiveZoomWebhook",
            summary = "Take in what Zoom tells; only with Zoom's signature",
            description = "Everything that is signed is taken, also what is not understood. The same words count once.")
    @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "200", description = "The answer to endpoint.url_validation")
    @APIResponse(responseCode = "204", description = "It is stored")
    @APIResponse(responseCode = "400", description = "invalid-request")
    @APIResponse(responseCode = "401", description = "invalid-signature")
    public Response receive(
            @HeaderParam("x-zm-signature") String signed,
            @HeaderParam("x-zm-request-timestamp") String timestamp,
            InputStream body)
            throws IOException {
        byte[] raw = body.readAllBytes();
        String secret = signature.secretOf(signed, timestamp, raw);
        JsonNode event = News.read(raw);
        if (!event.isObject()) {
            throw Refusal.invalid("#", "Not a JSON object.");
        }
        if (event.path("event").asText().equals("endpoint.url_validation")) {
            String plain = event.path("payload").path("plainToken").asText();
            return Response.ok(new Validation(plain, Signature.hmac(secret, plain)))
                    .type(MediaType.APPLICATION_JSON)
                    .build();
        }
        news.keep(raw);
        return Response.noContent().build();
    }
}
