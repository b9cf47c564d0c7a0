package org.bearhug.user.token;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.bearhug.kit.Seal;
import org.hibernate.Session;
import org.jboss.logging.Logger;

/** The keys in the database, as this instance knows them: read at the start, every minute, and for an unknown key. */
@ApplicationScoped
class SigningKeys {

    private static final Logger LOG = Logger.getLogger(SigningKeys.class);

    /** A stranger may send as many unknown key names as he likes: that is no reason to read each time. */
    private static final Duration BETWEEN_READS = Duration.ofSeconds(1);

    @Inject
    Session database;

    @Inject
    Seal seal;

    @Inject
    Clock clock;

    private volatile KeyRing ring = new KeyRing(List.of());
    private volatile long readAt;

    /** Before anything that issues tokens. */
    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent event) {
        rotate();
    }

    /** Makes the next key when it is time, drops those that are over. Any number of instances may do it at once. */
    @Scheduled(every = "1h", delayed = "1h", identity = "rotate-signing-keys")
    void rotate() {
        read();
        Instant now = clock.instant();
        if (ring.successorSignsFrom(now).isPresent()) {
            // Before the lock, since it takes a while.
            SigningKey next = SigningKey.generate(now);
            alone(latest -> add(next, latest, now));
        }
        if (!ring.retired(now).isEmpty()) {
            alone(latest -> drop(latest.retired(now)));
        }
    }

    /** Does it with the keys as they are then, while no other instance does anything of the kind. */
    private void alone(Consumer<KeyRing> change) {
        QuarkusTransaction.requiringNew().run(() -> {
            database.createNativeQuery(
                            "SELECT pg_advisory_xact_lock(hashtextextended('rotate-signing-keys', 0))::text",
                            String.class)
                    .getSingleResult();
            change.accept(stored());
        });
        read();
    }

    private void add(SigningKey next, KeyRing latest, Instant now) {
        latest.successorSignsFrom(now).ifPresent(signsFrom -> {
            StoredKey.persist(StoredKey.of(next.signingFrom(signsFrom), seal));
            LOG.infof("Signing key %s will sign from %s.", next.kid(), signsFrom);
        });
    }

    private static void drop(List<SigningKey> retired) {
        retired.forEach(key -> {
            StoredKey.deleteById(key.kid());
            LOG.infof("Signing key %s is deleted; its last token has ended.", key.kid());
        });
    }

    @Scheduled(every = "1m", delayed = "1m", identity = "read-signing-keys")
    void read() {
        readAt = System.nanoTime();
        ring = QuarkusTransaction.requiringNew().call(this::stored);
    }

    private KeyRing stored() {
        return new KeyRing(StoredKey.<StoredKey>listAll().stream()
                .map(key -> key.open(seal))
                .toList());
    }

    /** The key to sign with now. */
    SigningKey current() {
        return ring.current(clock.instant()).orElseThrow(() -> new IllegalStateException("there is no signing key"));
    }

    /** The keys to be told to verifiers. */
    List<SigningKey> published() {
        return ring.published(clock.instant());
    }

    /** The published key of this name; another instance may have made it a moment ago. */
    Optional<SigningKey> find(String kid) {
        Optional<SigningKey> known = ring.find(kid, clock.instant());
        if (known.isEmpty() && System.nanoTime() - readAt > BETWEEN_READS.toNanos()) {
            read();
            return ring.find(kid, clock.instant());
        }
        return known;
    }
}
