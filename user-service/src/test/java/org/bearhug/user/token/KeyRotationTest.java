package org.bearhug.user.token;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.bearhug.kit.Seal;
import org.bearhug.testing.Person;
import org.bearhug.testing.Race;
import org.bearhug.testing.Sql;
import org.bearhug.testing.TestClock;
import org.bearhug.testing.Tokens;
import org.bearhug.user.People;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class KeyRotationTest {

    @Inject
    SigningKeys keys;

    @Inject
    Seal seal;

    @Inject
    DataSource database;

    @Inject
    People people;

    private Sql sql;
    private SigningKey before;

    @BeforeEach
    void one_key() {
        sql = new Sql(database);
        people.named(Person.CARA);
        before = keys.current();
    }

    /** Not a new one, which would take a second. */
    @AfterEach
    void the_key_of_before_signs() {
        TestClock.reset();
        sql.change("DELETE FROM signing_key");
        QuarkusTransaction.requiringNew().run(() -> StoredKey.persist(StoredKey.of(before, seal)));
        keys.read();
    }

    @Test
    void a_token_from_before_a_rotation_is_good_after_it() {
        String early = token(keys.current());
        SigningKey old = keys.current();
        sql.change("UPDATE signing_key SET signs_from = signs_from - interval '31 days'");

        keys.rotate();

        assertThat(keys.current().kid()).isEqualTo(old.kid());
        assertThat(published()).hasSize(2).contains(old.kid());

        TestClock.set(Instant.now().plus(KeyRing.PUBLISHED_BEFORE).plusSeconds(60));
        keys.rotate();

        assertThat(keys.current().kid()).isNotEqualTo(old.kid());
        accepted(early);
        accepted(token(keys.current()));

        TestClock.set(Instant.now()
                .plus(KeyRing.PUBLISHED_BEFORE)
                .plus(KeyRing.PUBLISHED_AFTER)
                .plusSeconds(60));
        keys.rotate();

        assertThat(published()).doesNotContain(old.kid());
        assertThat(sql.rows("SELECT kid FROM signing_key WHERE kid = ?", old.kid()))
                .isEmpty();
        refused(early);
    }

    @Test
    void instances_that_rotate_at_once_make_one_key() {
        sql.change("UPDATE signing_key SET signs_from = signs_from - interval '31 days'");

        Race.of(4, i -> (Callable<Boolean>) () -> {
            keys.rotate();
            return true;
        });

        assertThat(published()).hasSize(2);
        assertThat(sql.<Long>one("SELECT count(*) FROM signing_key")).isEqualTo(2);
    }

    @Test
    void a_key_that_another_instance_has_just_made_is_found() {
        SigningKey others = SigningKey.generate(Instant.now().plus(Duration.ofHours(1)));
        QuarkusTransaction.requiringNew().run(() -> StoredKey.persist(StoredKey.of(others, seal)));

        await().untilAsserted(() -> accepted(token(others)));
    }

    @Test
    void a_token_that_names_a_key_that_is_not_ours_is_refused_and_so_is_one_that_names_none() {
        PrivateKey ours = keys.current().privateKey();

        for (int i = 0; i < 3; i++) {
            refused(Tokens.forPerson(Person.CARA).header("kid", "unknown").signed(ours));
        }
        refused(Tokens.forPerson(Person.CARA).header("kid", null).signed(ours));
        refused(Tokens.of(Person.CARA));
    }

    @Test
    void the_private_half_is_sealed_where_it_is_stored() {
        String text = keys.current().privateKeyText();

        assertThat(sql.<String>one("SELECT sealed_private_key FROM signing_key"))
                .doesNotContain(text.substring(40, 80));
    }

    @Test
    void the_published_key_is_the_one_that_signs() {
        SigningKey key = keys.current();

        String modulus = given().get("/.well-known/jwks.json")
                .then()
                .statusCode(200)
                .header("Cache-Control", "public, max-age=300")
                .body("keys.kid", hasItems(key.kid()))
                .body("keys[0].kty", equalTo("RSA"))
                .body("keys[0].alg", equalTo("RS256"))
                .body("keys[0].use", equalTo("sig"))
                .body("keys[0].keySet()", hasSize(6))
                .extract()
                .path("keys[0].n");

        assertThat(new BigInteger(1, Base64.getUrlDecoder().decode(modulus)))
                .isEqualTo(key.publicKey().getModulus());
    }

    private static List<String> published() {
        return given().get("/.well-known/jwks.json").jsonPath().getList("keys.kid");
    }

    private static String token(SigningKey key) {
        return Tokens.forPerson(Person.CARA).header("kid", key.kid()).signed(key.privateKey());
    }

    private static void accepted(String token) {
        given().auth().oauth2(token).get("/v1/me").then().statusCode(200);
    }

    private static void refused(String token) {
        given().auth().oauth2(token).get("/v1/me").then().statusCode(401).body("code", equalTo("invalid-token"));
    }
}
