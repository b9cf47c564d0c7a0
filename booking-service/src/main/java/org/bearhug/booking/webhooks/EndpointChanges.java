package org.bearhug.booking.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.bearhug.booking.locks.NamedLocks;
import org.bearhug.kit.Refusal;
import org.bearhug.kit.Versions;
import org.bearhug.kit.Versions.Versioned;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;

/** Changing an endpoint, switching it off and on again. */
@ApplicationScoped
class EndpointChanges {

    private static final String BEGIN_ANEW =
            "UPDATE webhook_endpoint SET failing_since = NULL, paused_until = NULL, dropped = 0 WHERE id = :id";

    @Inject
    Session database;

    @Inject
    NamedLocks locks;

    @Inject
    Queue queue;

    @Inject
    Endpoints endpoints;

    @Inject
    Clock clock;

    @ConfigProperty(name = "bearhug.webhooks-to-localhost")
    boolean localToo;

    /**
     * Changes what is said of it; absent things stay.
     *
     * @throws Refusal as {@link Endpoints#make}, 404 for another's, 412 and 428 by {@code If-Match}
     */
    @Transactional
    Versioned<EndpointView> change(UUID instructor, UUID id, String ifMatch, EndpointChange change) {
        locks.lock(Endpoints.LOCK, instructor);
        if (Boolean.TRUE.equals(change.enabled())) {
            // Queues are locked before endpoints, here as elsewhere.
            queue.beforeListening();
        }
        WebhookEndpoint endpoint =
                WebhookEndpoint.locked(instructor, id).orElseThrow(() -> Refusal.notFound("webhook endpoint"));
        Versions.require(ifMatch, endpoint.version);
        if (change.url() != null && !change.url().equals(endpoint.url)) {
            TargetUrl.of(change.url(), localToo);
            WebhookEndpoint.requireFree(instructor, change.url());
            endpoint.url = change.url();
        }
        if (change.types() != null) {
            endpoint.types = change.types().toArray(String[]::new);
        }
        if (change.description() != null) {
            endpoint.description = change.description().orElse(null);
        }
        if (change.enabled() != null && change.enabled() != endpoint.enabled) {
            turn(endpoint, change.enabled());
        }
        WebhookEndpoint.flush();
        database.refresh(endpoint);
        return endpoints.versioned(endpoint);
    }

    private void turn(WebhookEndpoint endpoint, boolean on) {
        if (on) {
            endpoint.listenFrom(clock.instant());
            database.createNativeMutationQuery(BEGIN_ANEW)
                    .setParameter("id", endpoint.id)
                    .executeUpdate();
        } else {
            endpoint.disable();
        }
    }
}
