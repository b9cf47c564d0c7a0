package org.bearhug.course.zoom;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.bearhug.kit.Seal;
import org.hibernate.Session;

/** Who has gone to Zoom and is to come back, kept for ten minutes under hashes of what they will bring. */
@ApplicationScoped
class Departures {

    static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final String ADD =
            """
            INSERT INTO zoom_connecting (state_hash, browser_hash, instructor_id, sealed_verifier, expires_at)
            VALUES (:state, :browser, :instructor, :verifier, :expires)""";

    private static final String TAKE =
            """
            DELETE FROM zoom_connecting WHERE state_hash = :state OR expires_at <= :now
            RETURNING state_hash = :state AND browser_hash = :browser AND expires_at > :now, instructor_id, sealed_verifier""";

    @Inject
    Session database;

    @Inject
    Seal seal;

    @Inject
    Clock clock;

    /** Who went, and what they prove by that it was them who began. */
    record Departure(UUID instructor, String verifier) {}

    /** In the running transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    void note(Departure departure, String state, String browser) {
        database.createNativeMutationQuery(ADD)
                .setParameter("state", sha256(state))
                .setParameter("browser", sha256(browser))
                .setParameter("instructor", departure.instructor())
                .setParameter("verifier", seal.close(departure.verifier(), context(departure.instructor())))
                .setParameter("expires", clock.instant().plus(PATIENCE))
                .executeUpdate();
    }

    /** Whoever comes back with these; they are good for one try. */
    @Transactional(Transactional.TxType.MANDATORY)
    Optional<Departure> take(String state, String browser) {
        return database
                .createNativeQuery(TAKE, Object[].class)
                .setParameter("state", sha256(state))
                .setParameter("browser", sha256(browser))
                .setParameter("now", clock.instant())
                .getResultList()
                .stream()
                .filter(row -> (Boolean) row[0])
                .map(row -> new Departure((UUID) row[1], seal.open((String) row[2], context((UUID) row[1]))))
                .findFirst();
    }

    private static String context(UUID instructor) {
        return "zoom-verifier:" + instructor;
    }

    static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
