package org.bearhug.booking.webhooks;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.Immutable;

/** One event on its way to one endpoint; its id is the {@code webhook-id} of every try. Written by SQL alone. */
@Entity
@Immutable
class WebhookDelivery extends PanacheEntityBase {

    /** Where it stands. */
    @Schema(name = "DeliveryState")
    enum State {
        WAITING,
        DELIVERED,
        /** Tried for the last time, in vain. */
        FAILED
    }

    /** Why there was no answer. */
    @Schema(name = "DeliveryProblem")
    enum Problem {
        /** The name is not known, or leads to an address that is not public. */
        NO_PUBLIC_ADDRESS,
        /** Nobody took the call, or the line broke. */
        NOT_REACHED,
        /** Its certificate is not that of the name, or nobody vouches for it. */
        NOT_TRUSTED,
        TOO_SLOW
    }

    @Id
    UUID id;

    UUID endpointId;

    String type;

    Instant occurredAt;

    Instant queuedAt;

    @Enumerated(EnumType.STRING)
    State state;

    int attempts;

    Instant dueAt;

    Instant attemptedAt;

    Integer responseStatus;

    String response;

    @Enumerated(EnumType.STRING)
    Problem problem;

    /** To this endpoint, the newest first, below this one; of one state when it is named. */
    static List<WebhookDelivery> page(UUID endpoint, State state, UUID before, int size) {
        String order = " order by id desc";
        return (state == null
                        ? find("endpointId = ?1 and id < ?2" + order, endpoint, before)
                        : find("endpointId = ?1 and id < ?2 and state = ?3" + order, endpoint, before, state))
                .page(0, size)
                .list();
    }
}
