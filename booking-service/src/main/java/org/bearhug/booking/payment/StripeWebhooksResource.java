package org.bearhug.booking.payment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
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

/** Where Stripe tells what happens. It is kept and answered at once, and worked on afterwards. */
@Path("/v1/payments/stripe/webhooks")
@Tag(name = "payments")
class StripeWebhooksResource {

    private static final int LONGEST_NAME = 100;

    @Inject
    Signature signature;

    @Inject
    StripeEvents events;

    @Inject
    EventRounds rounds;

    @Inject
    ObjectMapper json;

    @POST
    @Consumes(MediaType.WILDCARD)
    @PermitAll
    @Operation(
            operationId = "receiveStripeWebhook",
            summary = "Take in what Stripe tells; only with Stripe's signature",
            description =
                    "Everything that is signed is taken, also what is of no use here. The same message counts once.")
    @RequestBody(content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "204", description = "It is kept")
    @APIResponse(responseCode = "400", description = "invalid-request")
    @APIResponse(responseCode = "401", description = "invalid-signature")
    @APIResponse(responseCode = "404", description = "not-found: nobody pays by Stripe here")
    public void receive(@HeaderParam("Stripe-Signature") String signed, InputStream body) throws IOException {
        byte[] raw = body.readAllBytes();
        signature.require(signed, raw);
        JsonNode event = read(raw);
        if (!isName(event.path("id")) || !isName(event.path("type"))) {
            throw Refusal.invalid("#", "Not an event.");
        }
        events.keep(event);
        rounds.soon();
    }

    private static boolean isName(JsonNode node) {
        return node.isTextual() && !node.asText().isEmpty() && node.asText().length() <= LONGEST_NAME;
    }

    private JsonNode read(byte[] raw) {
        try {
            return json.readTree(raw);
        } catch (IOException e) {
            throw Refusal.invalid("#", "Not JSON.");
        }
    }
}
