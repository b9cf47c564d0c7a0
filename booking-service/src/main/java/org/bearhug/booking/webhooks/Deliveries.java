package org.bearhug.booking.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.bearhug.kit.Page;
import org.bearhug.kit.Refusal;
import org.hibernate.Session;

/** What was told to an endpoint, and telling it anew. */
@ApplicationScoped
class Deliveries {

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
        WebhookEndpoint endpoint = WebhookEndpoint.own(instructor, id);
        return Page.of(
                WebhookDelivery.page(endpoint.id, state, before, limit + 1),
                limit,
                last -> Page.Cursor.after(last.id),
                DeliveryView::of);
    }

    /**
     * Delivers one anew, under the id that it had, as often as need be.
     *
     * @throws Refusal 404 for another's, 409 {@code webhook-endpoint-disabled}, {@code webhook-queue-full}
     */
    @Transactional
    DeliveryView resend(UUID instructor, UUID id, UUID delivery) {
        WebhookEndpoint endpoint = queue.lockFor(instructor, id);
        WebhookDelivery known = WebhookDelivery.<WebhookDelivery>find("id = ?1 and endpointId = ?2", delivery, id)
                .firstResultOptional()
                .orElseThrow(() -> Refusal.notFound("delivery"));
        if (known.state != WebhookDelivery.State.WAITING) {
            queue.requireRoom(endpoint.id);
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
        WebhookEndpoint endpoint = queue.lockFor(instructor, id);
        queued.fire(new DeliveryQueued());
        return database.createNativeMutationQuery(FAILED)
                .setParameter("endpoint", endpoint.id)
                .setParameter("since", since)
                .setParameter("most", queue.room(endpoint.id))
                .setParameter("now", clock.instant())
                .executeUpdate();
    }
}
