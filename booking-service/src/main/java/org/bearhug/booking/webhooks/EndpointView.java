package org.bearhug.booking.webhooks;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An endpoint as its instructor sees it.
 *
 * @param types what is told to it; none: everything
 * @param disabledWhy present while nothing is told to it
 * @param failingSince since when no delivery has arrived, present while that is so
 * @param waiting deliveries in its queue
 * @param dropped events that found no room in the queue and are lost to it
 * @param secret told once, when it is made
 */
record EndpointView(
        UUID id,
        String url,
        String description,
        List<String> types,
        boolean enabled,
        WebhookEndpoint.DisabledWhy disabledWhy,
        Instant failingSince,
        long waiting,
        long dropped,
        Instant createdAt,
        String secret) {

    static EndpointView of(WebhookEndpoint endpoint, long waiting, String secret) {
        return new EndpointView(
                endpoint.id,
                endpoint.url,
                endpoint.description,
                List.of(endpoint.types),
                endpoint.enabled,
                endpoint.disabledWhy,
                endpoint.failingSince,
                waiting,
                endpoint.dropped,
                endpoint.createdAt,
                secret);
    }
}
