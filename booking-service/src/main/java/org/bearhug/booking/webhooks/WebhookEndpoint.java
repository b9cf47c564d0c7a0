package org.bearhug.booking.webhooks;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bearhug.kit.Refusal;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.UuidGenerator;

/**
 * An address at which one instructor's program listens, for some types of events or, without any, for all. How it fares is
 * written past the entity, by {@link Outcomes} and the queue.
 */
@Entity
@DynamicUpdate
class WebhookEndpoint extends PanacheEntityBase {

    /** Why nothing is told to it. */
    enum DisabledWhy {
        BY_HAND,
        /** It answered 410. */
        GONE,
        /** Nothing arrived for days. */
        FAILING
    }

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    UUID instructorId;

    String url;

    String description;

    String[] types;

    boolean enabled;

    @Enumerated(EnumType.STRING)
    DisabledWhy disabledWhy;

    /** What happened before is not told. */
    Instant listensSince;

    @Column(updatable = false)
    Instant failingSince;

    /** So many events found no room in the queue. */
    @Column(updatable = false)
    long dropped;

    Instant createdAt;

    @Version
    long version;

    /** Of this instructor, the oldest first. */
    static List<WebhookEndpoint> of(UUID instructor) {
        return list("instructorId = ?1 order by id", instructor);
    }

    static Optional<WebhookEndpoint> of(UUID instructor, UUID id) {
        return find("id = ?1 and instructorId = ?2", id, instructor).firstResultOptional();
    }

    /** The same, where there has to be one. @throws Refusal 404 */
    static WebhookEndpoint own(UUID instructor, UUID id) {
        return of(instructor, id).orElseThrow(() -> Refusal.notFound("webhook endpoint"));
    }

    /** The same with its row locked, for a change that nobody shall make undone. */
    static Optional<WebhookEndpoint> locked(UUID instructor, UUID id) {
        return find("id = ?1 and instructorId = ?2", id, instructor)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** @throws Refusal 409 {@code webhook-url-taken} when this instructor listens there already */
    static void requireFree(UUID instructor, String url) {
        if (count("instructorId = ?1 and url = ?2", instructor, url) > 0) {
            throw new Refusal(409, "webhook-url-taken", "You already have a webhook endpoint at this address.");
        }
    }

    void listenFrom(Instant now) {
        enabled = true;
        disabledWhy = null;
        listensSince = now;
    }

    void disable() {
        enabled = false;
        disabledWhy = DisabledWhy.BY_HAND;
    }
}
