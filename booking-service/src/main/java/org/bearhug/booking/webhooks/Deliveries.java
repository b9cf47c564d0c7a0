package org.bearhug.booking.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.bearhug.kit.Page;
import org.bearhug.kit.Refusal;
import org.hibernate.Session;

/** What was told to an endpoint, and telling it anew. */
@ApplicationScoped
class Deliveries {

    /** So many tests can be asked for in {@link #WHILE}, for the address may be somebody else's. */
    static final int MOST_TESTS = 5;

    static final Duration WHILE = Duration.ofMinutes(1);

    private static final String TESTS =
            "SELECT count(*) FROM webhook_delivery WHERE endpoint_id = :id AND type = 'webhook.test' AND queued_at > :since";

    private static final String TEST =
            """
            INSERT INTO webhook_delivery (endpoint_id, type, data, occurred_at, queued_at, due_at)
            VALUES (:id, 'webhook.test', jsonb_build_object('endpointId', CAST(:id AS uuid)), :now, :now, :now)
            RETURNING *""";

    /** What is just being tried is left alone. */
    private static final String AGAIN =
            """
            UPDATE webhook_delivery d
               SET state = 'WAITING', tries = 0, due_at = :now
             WHERE endpoint_id = :endpoint AND %s AND (taken_until IS NULL OR taken_until <= :now)""";

    private static final String ONE = AGAIN.formatted("id = :id") + " RETURNING *";

    private static final String FAILED = AGAIN.formatted(
            """
                    id IN (SELECT id FROM webhook_delivery
                            WHERE endpoint_id = :endpoint AND state = 'FAILED' AND occurred_at >= :since
                            ORDER BY id LIMIT :most)""");

    @Inject
    Session database;

    @Inject
    Queue queue;

    @Inject
    Event<DeliveryQueued> queued;

    @Inject
    Clock clock;

    /** The newest first, of one state when it is named; {@code before} is what {@link Page.Cursor#below} says. */
    @Transactional
    Page<DeliveryView> page(UUID instructor, UUID id, WebhookDelivery.State state, UUID before, int limit) {
        WebhookEndpoint endpoint = Endpoints.own(instructor, id);
        return Page.of(
                WebhookDelivery.page(endpoint.id, state, before, limit + 1),
                limit,
                last -> Page.Cursor.after(last.id),
                DeliveryView::of);
    }

    /**
     * Sends an event that says nothing.
     *
     * @throws Refusal 404 for another's, 409 {@code webhook-endpoint-disabled}, {@code webhook-queue-full}, 429 {@code
     *     rate-limited}
     */
    @Transactional
    DeliveryView test(UUID instructor, UUID id) {
        WebhookEndpoint endpoint = listening(instructor, id);
        Instant now = clock.instant();
        long tests = database.createNativeQuery(TESTS, Long.class)
                .setParameter("id", endpoint.id)
                .setParameter("since", now.minus(WHILE))
                .getSingleResult();
        if (tests >= MOST_TESTS) {
            throw new Refusal(429, "rate-limited", "That was tested a lot just now.").retryAfter(WHILE);
        }
        requireRoom(endpoint);
        queued.fire(new DeliveryQueued());
        return DeliveryView.of(database.createNativeQuery(TEST, WebhookDelivery.class)
                .setParameter("id", endpoint.id)
                .setParameter("now", now)
                .getSingleResult());
    }

    /**
     * Delivers one anew, under the id that it had, as often as need be.
     *
     * @throws Refusal as {@link #test}
     */
    @Transactional
    DeliveryView resend(UUID instructor, UUID id, UUID delivery) {
        WebhookEndpoint endpoint = listening(instructor, id);
        WebhookDelivery known = WebhookDelivery.<WebhookDelivery>find("id = ?1 and endpointId = ?2", delivery, id)
                .firstResultOptional()
                .orElseThrow(() -> Refusal.notFound("delivery"));
        if (known.state != WebhookDelivery.State.WAITING) {
            requireRoom(endpoint);
        }
        database.detach(known);
        queued.fire(new DeliveryQueued());
        Optional<WebhookDelivery> again = database.createNativeQuery(ONE, WebhookDelivery.class)
                .setParameter("endpoint", endpoint.id)
                .setParameter("id", delivery)
                .setParameter("now", clock.instant())
                .uniqueResultOptional();
        return DeliveryView.of(again.orElse(known));
    }

    /**
     * Delivers anew what failed and happened since then, as much as there is room for.
     *
     * @return how many
     * @throws Refusal 404 for another's, 409 {@code webhook-endpoint-disabled}
     */
    @Transactional
    int resendFailed(UUID instructor, UUID id, Instant since) {
        WebhookEndpoint endpoint = listening(instructor, id);
        queued.fire(new DeliveryQueued());
        return database.createNativeMutationQuery(FAILED)
                .setParameter("endpoint", endpoint.id)
                .setParameter("since", since)
                .setParameter("most", queue.room(endpoint.id))
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    /** With the queues locked. */
    private WebhookEndpoint listening(UUID instructor, UUID id) {
        boolean anybody = queue.lock();
        WebhookEndpoint endpoint = Endpoints.own(instructor, id);
        if (!anybody || !endpoint.enabled) {
            throw new Refusal(409, "webhook-endpoint-disabled", "This endpoint is switched off. Switch it on first.");
        }
        return endpoint;
    }

    private void requireRoom(WebhookEndpoint endpoint) {
        if (queue.room(endpoint.id) == 0) {
            throw new Refusal(409, "webhook-queue-full", "Too much waits for this endpoint already.");
        }
    }
}
