package org.bearhug.user.client;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.Session;

/** When clients were last used: noted in memory and written once a minute, so that no token waits for it. */
@ApplicationScoped
class ClientUses {

    private static final String WRITE =
            """
            UPDATE api_client c
               SET last_used_at = greatest(c.last_used_at, u.used_at)
              FROM unnest(:ids, :times) AS u (id, used_at)
             WHERE c.id = u.id""";

    @Inject
    Session database;

    @Inject
    Clock clock;

    private final Map<UUID, Instant> uses = new ConcurrentHashMap<>();

    void note(UUID client) {
        uses.put(client, clock.instant());
    }

    @Scheduled(every = "1m", delayed = "1m", identity = "write-client-uses")
    @Transactional
    void write() {
        Map<UUID, Instant> seen = Map.copyOf(uses);
        if (!seen.isEmpty()) {
            database.createNativeMutationQuery(WRITE)
                    .setParameter("ids", seen.keySet().toArray(UUID[]::new))
                    .setParameter("times", seen.values().toArray(Instant[]::new))
                    .executeUpdate();
            // What was used again meanwhile stays for the next time.
            seen.forEach(uses::remove);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        write();
    }
}
