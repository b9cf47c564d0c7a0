package org.bearhug.booking.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.bearhug.kit.PersonalData;
import org.hibernate.Session;

/** One token for each carer who wants one, known to nobody but whoever was given it. */
@ApplicationScoped
class Subscriptions implements PersonalData.Forgetting {

    private static final int TOKEN_BYTES = 32;

    private static final String RENEW =
            """
            INSERT INTO calendar AS c (carer_id, token_hash, created_at)
            SELECT :carer, :hash, :now WHERE NOT EXISTS (SELECT FROM erased_account WHERE account_id = :carer)
            ON CONFLICT (carer_id) DO UPDATE SET (token_hash, created_at) = (excluded.token_hash, excluded.created_at)""";

    @Inject
    Session database;

    @Inject
    Clock clock;

    private final SecureRandom random = new SecureRandom();

    @Override
    public void forget(UUID account) {
        end(account);
    }

    /** A token; the one before ends with it. */
    @Transactional
    String renew(UUID carer) {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        database.createNativeMutationQuery(RENEW)
                .setParameter("carer", carer)
                .setParameter("hash", sha256(token))
                .setParameter("now", clock.instant())
                .executeUpdate();
        return token;
    }

    @Transactional
    void end(UUID carer) {
        database.createNativeMutationQuery("DELETE FROM calendar WHERE carer_id = :carer")
                .setParameter("carer", carer)
                .executeUpdate();
    }

    /** Whose it is. */
    Optional<UUID> carerOf(String token) {
        return database.createNativeQuery("SELECT carer_id FROM calendar WHERE token_hash = :hash", UUID.class)
                .setParameter("hash", sha256(token))
                .uniqueResultOptional();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
