package org.bearhug.user.token;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.bearhug.kit.Seal;
import org.bearhug.testing.Person;
import org.bearhug.testing.Sql;
import org.bearhug.user.People;
import org.bearhug.user.Someone;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Keys change while tokens are issued, used here and checked by a verifier elsewhere. The times of a rotation are made
 * short by moving the keys' own times: the verifier reads the published keys every {@link #VERIFIER_READS_EVERY} in the
 * place of five minutes, and never for an unknown key, which is stricter than the services are.
 */
@QuarkusTest
class RotationUnderLoadTest {

    private static final int WORKERS = 2;
    private static final Duration VERIFIER_READS_EVERY = Duration.ofMillis(300);

    @Inject
    SigningKeys keys;

    @Inject
    TokenIssuer tokens;

    @Inject
    Seal seal;

    @Inject
    People people;

    @Inject
    DataSource database;

    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicLong checked = new AtomicLong();
    private final Queue<String> refusals = new ConcurrentLinkedQueue<>();
    private final Set<String> signers = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newFixedThreadPool(WORKERS + 1);
    private final ReentrantLock reading = new ReentrantLock();
    private volatile JsonWebKeySet known;
    private Sql sql;
    private SigningKey before;

    @BeforeEach
    void load() throws JoseException {
        sql = new Sql(database);
        before = keys.current();
        Someone cara = people.named(Person.CARA);
        read();
        threads.execute(this::readNowAndThen);
        for (int i = 0; i < WORKERS; i++) {
            threads.execute(() -> use(cara));
        }
        awaitTokens(20);
    }

    @AfterEach
    void the_key_of_before_signs() throws InterruptedException {
        over.set(true);
        threads.shutdown();
        assertThat(threads.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
        sql.change("DELETE FROM signing_key");
        QuarkusTransaction.requiringNew().run(() -> StoredKey.persist(StoredKey.of(before, seal)));
        keys.read();
    }

    @Test
    void no_token_is_refused_while_keys_rotate() {
        for (int rotation = 0; rotation < 3; rotation++) {
            sql.change("UPDATE signing_key SET signs_from = signs_from - interval '31 days'");
            keys.rotate();
            assertThat(sql.<Long>one("SELECT count(*) FROM signing_key")).isEqualTo(2);
            awaitVerifier();

            // a day later
            sql.change("UPDATE signing_key SET signs_from = now() WHERE signs_from > now()");
            keys.read();
            awaitTokens(40);

            // when the last token of the old key has ended
            sql.change("UPDATE signing_key SET signs_from = signs_from - make_interval(secs => ?)", (double)
                    KeyRing.PUBLISHED_AFTER.toSeconds());
            keys.rotate();
            assertThat(sql.<Long>one("SELECT count(*) FROM signing_key")).isOne();
            awaitVerifier();
            awaitTokens(20);
        }

        assertThat(signers).hasSize(4);
        assertThat(refusals).isEmpty();
    }

    /** The control: a key that signs before it was published is refused by a verifier whose next reading is to come. */
    @Test
    void a_key_that_signs_at_once_would_be_refused() {
        SigningKey rash = SigningKey.generate(Instant.now());

        reading.lock();
        try {
            QuarkusTransaction.requiringNew().run(() -> StoredKey.persist(StoredKey.of(rash, seal)));
            keys.read();
            awaitTokens(40);
        } finally {
            reading.unlock();
        }

        assertThat(signers).hasSize(2);
        assertThat(refusals).isNotEmpty().allMatch(refusal -> refusal.startsWith("verifier"));
    }

    private void use(Someone who) {
        while (!over.get()) {
            String token = tokens.forPerson(who.id(), "carer", who.email(), who.name(), true, Instant.now());
            int status = given().auth().oauth2(token).get("/v1/me").statusCode();
            if (status != 200) {
                refusals.add("user-service " + status);
            }
            verify(token);
            checked.incrementAndGet();
        }
    }

    private void verify(String token) {
        try {
            JsonWebSignature signed = (JsonWebSignature) JsonWebSignature.fromCompactSerialization(token);
            String kid = signed.getKeyIdHeaderValue();
            signers.add(kid);
            var key = known.getJsonWebKeys().stream()
                    .filter(one -> one.getKeyId().equals(kid))
                    .findFirst();
            if (key.isEmpty()) {
                refusals.add("verifier does not know " + kid);
                return;
            }
            new JwtConsumerBuilder()
                    .setVerificationKey(key.get().getKey())
                    .setExpectedAudience("bearhug")
                    .build()
                    .process(token);
        } catch (JoseException | InvalidJwtException fault) {
            refusals.add("verifier " + fault.getClass());
        }
    }

    private void readNowAndThen() {
        try {
            while (!over.get()) {
                TimeUnit.MILLISECONDS.sleep(VERIFIER_READS_EVERY.toMillis());
                reading.lock();
                try {
                    read();
                } finally {
                    reading.unlock();
                }
            }
        } catch (InterruptedException | JoseException fault) {
            refusals.add("verifier cannot read: " + fault.getClass());
        }
    }

    private void read() throws JoseException {
        known = new JsonWebKeySet(given().get("/.well-known/jwks.json").asString());
    }

    private void awaitVerifier() {
        JsonWebKeySet before = known;
        await().atMost(20, TimeUnit.SECONDS).until(() -> known != before);
        JsonWebKeySet then = known;
        await().atMost(20, TimeUnit.SECONDS).until(() -> known != then);
    }

    private void awaitTokens(int count) {
        long before = checked.get();
        await().atMost(60, TimeUnit.SECONDS).until(() -> checked.get() >= before + count);
    }
}
