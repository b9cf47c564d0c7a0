package org.bearhug.user.client;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.bearhug.user.secret.Secret;
import org.hibernate.annotations.UuidGenerator;

/** One of the two secrets that a client can have at a time; kept only as a hash. */
@Entity
@Table(name = "api_client_secret")
class ClientSecret extends PanacheEntityBase {

    /** How many one client can have: the one in use and the one that replaces it. */
    static final int LIMIT = 2;

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    UUID clientId;

    int nth;

    byte[] secretHash;

    Instant createdAt;

    static ClientSecret of(UUID client, int nth, Secret secret, Instant now) {
        ClientSecret made = new ClientSecret();
        made.clientId = client;
        made.nth = nth;
        made.secretHash = secret.hash();
        made.createdAt = now;
        made.persist();
        return made;
    }

    static List<ClientSecret> of(Collection<UUID> clients) {
        return list("clientId in ?1 order by id", clients);
    }
}
