package org.bearhug.user.passkey;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.bearhug.kit.Seal;
import org.bearhug.user.secret.Secret;
import org.hibernate.Session;

/**
 * What a passkey has to sign, so that no old signature does. A challenge is a sealed time, so none is stored until it is
 * answered and nobody can fill a table by asking; that it is good once is held by the primary key of the answered ones.
 */
@ApplicationScoped
class Challenges {

    static final Duration VALID = Duration.ofMinutes(5);

    private static final String ANSWER =
            """
            INSERT INTO answered_challenge (challenge_hash, expires_at) VALUES (:challenge, :expires)
            ON CONFLICT DO NOTHING""";

    @Inject
    Session database;

    @Inject
    Seal seal;

    @Inject
    Clock clock;

    /** One to log in with. */
    String forLogin() {
        return challenge("passkey-log-in");
    }

    /** One to make a passkey with, for this account only. */
    String forNew(UUID account) {
        return challenge("passkey-new:" + account);
    }

    private String challenge(String context) {
        return seal.close(clock.instant().plus(VALID).toString(), context);
    }

    boolean isForLogin(String challenge) {
        return expiry(challenge, "passkey-log-in").isPresent();
    }

    boolean isForNew(UUID account, String challenge) {
        return expiry(challenge, "passkey-new:" + account).isPresent();
    }

    /** When it ends, if it is one of ours for this purpose and has not ended yet. */
    private Optional<Instant> expiry(String challenge, String context) {
        try {
            return Optional.of(Instant.parse(seal.open(challenge, context)))
                    .filter(expires -> expires.isAfter(clock.instant()));
        } catch (IllegalStateException | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    /** Uses it up, in the running transaction; false when somebody did before. */
    @Transactional(Transactional.TxType.MANDATORY)
    boolean use(String challenge) {
        return database.createNativeMutationQuery(ANSWER)
                        .setParameter("challenge", new Secret(challenge).hash())
                        .setParameter("expires", clock.instant().plus(VALID))
                        .executeUpdate()
                == 1;
    }

    @Scheduled(every = "1h", delayed = "9m", identity = "forget-challenges")
    @Transactional
    void forget() {
        database.createNativeMutationQuery("DELETE FROM answered_challenge WHERE expires_at <= :now")
                .setParameter("now", clock.instant())
                .executeUpdate();
    }
}
