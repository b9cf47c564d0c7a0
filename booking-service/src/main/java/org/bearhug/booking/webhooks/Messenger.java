package org.bearhug.booking.webhooks;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.bearhug.kit.Refusal;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Signs a delivery and has it called out, in the form of Standard Webhooks. */
@ApplicationScoped
class Messenger {

    private record Message(String type, Instant timestamp, @JsonRawValue String data) {}

    @Inject
    Courier courier;

    @Inject
    Secrets secrets;

    @Inject
    ObjectMapper json;

    @Inject
    Clock clock;

    @ConfigProperty(name = "bearhug.webhooks-to-localhost")
    boolean localToo;

    Answer deliver(DeliveryTray.Taken delivery) throws InterruptedException {
        Instant now = clock.instant();
        String body = body(delivery);
        Map<String, String> headers = Map.of(
                "content-type", "application/json",
                "user-agent", "Bearhug-Webhooks/1",
                "webhook-id", delivery.id().toString(),
                "webhook-timestamp", String.valueOf(now.getEpochSecond()),
                "webhook-signature", secrets.sign(delivery.endpoint(), delivery.sealed(), delivery.id(), now, body));
        try {
            return courier.post(TargetUrl.of(delivery.url(), localToo), headers, body, delivery.tries() - 1);
        } catch (Refusal noLonger) {
            return Answer.none(WebhookDelivery.Problem.NO_PUBLIC_ADDRESS);
        }
    }

    private String body(DeliveryTray.Taken delivery) {
        try {
            return json.writeValueAsString(new Message(delivery.type(), delivery.occurredAt(), delivery.data()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a message can be written", e);
        }
    }
}
