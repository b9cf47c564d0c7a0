package org.bearhug.booking.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.bearhug.kit.Refusal;
import org.hibernate.Session;

/** Events that say nothing, for who wants to see whether a program hears. */
@ApplicationScoped
class TestEvents {

    /** So many tests can be asked for in {@link #WHILE}, for the address may be somebody else's. */
    static final int MOST = 5;

    static final Duration WHILE = Duration.ofMinutes(1);

    private static final String SENT =
            "SELECT count(*) FROM webhook_delivery WHERE endpoint_id = :id AND type = 'webhook.test' AND queued_at > :since";

    private static final String SEND =
            """
            INSERT INTO webhook_delivery (endpoint_id, type, data, occurred_at, queued_at, due_at)
            VALUES (:id, 'webhook.test', jsonb_build_object('endpointId', CAST(:id AS uuid)), :now, :now, :now)
            RETURNING *""";

    @Inject
    Session database;

    @Inject
    Queue queue;

    @Inject
    Event<DeliveryQueued> queued;

    @Inject
    Clock clock;

    /**
     * Sends one.
     *
     * @throws Refusal 404 for another's, 409 {@code webhook-endpoint-disabled}, {@code webhook-queue-full}, 429 {@code
     *     rate-limited}
     */
    @Transactional
    DeliveryView send(UUID instructor, UUID id) {
        WebhookEndpoint endpoint = queue.lockFor(instructor, id);
        Instant now = clock.instant();
        long sent = database.createNativeQuery(SENT, Long.class)
                .setParameter("id", endpoint.id)
                .setParameter("since", now.minus(WHILE))
                .getSingleResult();
        if (sent >= MOST) {
            throw new Refusal(429, "rate-limited", "That was tested a lot just now.").retryAfter(WHILE);
        }
        queue.requireRoom(endpoint.id);
        queued.fire(new DeliveryQueued());
        return DeliveryView.of(database.createNativeQuery(SEND, WebhookDelivery.class)
                .setParameter("id", endpoint.id)
                .setParameter("now", now)
                .getSingleResult());
    }
}
