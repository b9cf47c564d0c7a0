package org.bearhug.booking.webhooks;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;

/** With which what is told to an endpoint is signed, sealed. One of an endpoint has no end. */
@Entity
class WebhookSecret extends PanacheEntityBase {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    UUID endpointId;

    String sealed;

    Instant endsAt;

    /** Those that still sign, the oldest first. */
    static List<WebhookSecret> signing(UUID endpoint, Instant now) {
        return list("endpointId = ?1 and (endsAt is null or endsAt > ?2) order by id", endpoint, now);
    }
}
