package org.bearhug.booking.webhooks;

import java.time.Instant;
import java.util.UUID;

/**
 * What became of telling one event.
 *
 * @param id the {@code webhook-id} of every try
 * @param occurredAt when what is told happened
 * @param attempts how often it was tried
 * @param nextAttemptAt absent when it is not tried again
 * @param responseStatus what the last try was answered with
 * @param response the beginning of that answer
 * @param problem why the last try was not answered
 */
record DeliveryView(
        UUID id,
        String type,
        WebhookDelivery.State state,
        Instant occurredAt,
        int attempts,
        Instant attemptedAt,
        Instant nextAttemptAt,
        Integer responseStatus,
        String response,
        WebhookDelivery.Problem problem) {

    static DeliveryView of(WebhookDelivery delivery) {
        return new DeliveryView(
                delivery.id,
                delivery.type,
                delivery.state,
                delivery.occurredAt,
                delivery.attempts,
                delivery.attemptedAt,
                delivery.state == WebhookDelivery.State.WAITING ? delivery.dueAt : null,
                delivery.responseStatus,
                delivery.response,
                delivery.problem);
    }
}
