package org.bearhug.booking.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.bearhug.booking.locks.NamedLocks;
import org.bearhug.kit.Refusal;
import org.bearhug.kit.Versions.Versioned;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where an instructor's programs want to be told. */
@ApplicationScoped
class Endpoints {

    /** One change at a time of one instructor's. */
    static final String LOCK = "webhooks";

    @Inject
    NamedLocks locks;

    @Inject
    Queue queue;

    @Inject
    EndpointSecrets secrets;

    @Inject
    Clock clock;

    @ConfigProperty(name = "bearhug.webhook-endpoints")
    int most;

    @ConfigProperty(name = "bearhug.webhooks-to-localhost")
    boolean localToo;

    /** All of an instructor's, the oldest first. */
    @Transactional
    List<EndpointView> of(UUID instructor) {
        return WebhookEndpoint.of(instructor).stream()
                .map(endpoint -> view(endpoint, null))
                .toList();
    }

    @Transactional
    Versioned<EndpointView> get(UUID instructor, UUID id) {
        return versioned(WebhookEndpoint.own(instructor, id));
    }

    /**
     * Makes one that hears what happens from now on, with a secret that is told only now.
     *
     * @throws Refusal 400 {@code webhook-url-refused}, 409 {@code webhook-url-taken}, {@code too-many-webhook-endpoints}
     */
    @Transactional
    Versioned<EndpointView> make(UUID instructor, NewEndpoint wish) {
        TargetUrl.of(wish.url(), localToo);
        locks.lock(LOCK, instructor);
        WebhookEndpoint.requireFree(instructor, wish.url());
        if (WebhookEndpoint.count("instructorId", instructor) >= most) {
            throw new Refusal(
                    409, "too-many-webhook-endpoints", "You have " + most + " webhook endpoints. Delete one first.");
        }
        queue.beforeListening();
        WebhookEndpoint endpoint = new WebhookEndpoint();
        endpoint.instructorId = instructor;
        endpoint.url = wish.url();
        endpoint.description = wish.description();
        endpoint.types = wish.types().toArray(String[]::new);
        endpoint.createdAt = clock.instant();
        endpoint.listenFrom(endpoint.createdAt);
        endpoint.persist();
        WebhookEndpoint.flush();
        return new Versioned<>(view(endpoint, secrets.add(endpoint.id)), endpoint.version);
    }

    /** Drops it, with whatever waits for it. */
    @Transactional
    void delete(UUID instructor, UUID id) {
        if (WebhookEndpoint.delete("id = ?1 and instructorId = ?2", id, instructor) == 0) {
            throw Refusal.notFound("webhook endpoint");
        }
    }

    Versioned<EndpointView> versioned(WebhookEndpoint endpoint) {
        return new Versioned<>(view(endpoint, null), endpoint.version);
    }

    private EndpointView view(WebhookEndpoint endpoint, String secret) {
        return EndpointView.of(endpoint, queue.waiting(endpoint.id), secret);
    }
}
