package org.bearhug.user.passkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.bearhug.testing.Race;
import org.bearhug.testing.Sql;
import org.bearhug.testing.TestClock;
import org.bearhug.user.Mailbox;
import org.bearhug.user.People;
import org.bearhug.user.Someone;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PasskeysTest {

    @Inject
    People people;

    @Inject
    DataSource database;

    private Sql sql;
    private Someone cara;
    private SoftwareAuthenticator device;

    @BeforeEach
    void a_carer_with_a_device() {
        sql = new Sql(database);
        cara = people.carer();
        device = new SoftwareAuthenticator();
    }

    @Test
    void a_passkey_is_made_listed_and_told_of_by_mail() {
        String id = PasskeyCalls.add(cara, device.create(PasskeyCalls.newOptions(cara)))
                .statusCode(201)
                .body("name", equalTo("My phone"))
                .body("synced", equalTo(true))
                .extract()
                .path("id");

        cara.asks().get("/v1/passkeys").then().body("items.id", contains(id));
        Mailbox.Mail mail = Mailbox.awaitMail(cara.email(), 1);
        assertThat(mail.subject()).isEqualTo("A passkey was added to your Bearhug account");
        assertThat(mail.text()).contains("A browser", "/forgot-password");
        assertThat(mail.html()).contains("A browser", "/forgot-password");
        people.carer().asks().get("/v1/passkeys").then().body("items", empty());
    }

    @Test
    void the_options_ask_for_a_passkey_that_needs_no_name_and_the_devices_lock() {
        PasskeyCalls.add(cara, device.create(PasskeyCalls.newOptions(cara))).statusCode(201);

        cara.asks()
                .post("/v1/passkeys/options")
                .then()
                .header("Cache-Control", equalTo("no-store"))
                .body("rp.id", equalTo("localhost"))
                .body("rp.name", equalTo("Bearhug"))
                .body("user.name", equalTo(cara.email()))
                .body("pubKeyCredParams.alg", contains(-7, -257))
                .body("authenticatorSelection.residentKey", equalTo("required"))
                .body("authenticatorSelection.userVerification", equalTo("required"))
                .body("attestation", equalTo("none"))
                .body("excludeCredentials.id", contains(device.id()));
    }

    @Test
    void a_challenge_is_good_once_for_its_account_and_for_five_minutes() {
        Map<String, Object> options = PasskeyCalls.newOptions(cara);
        PasskeyCalls.add(people.carer(), device.create(options))
                .statusCode(400)
                .body("code", equalTo("invalid-passkey"));
        PasskeyCalls.add(cara, device.create(PasskeyCalls.newOptions(people.carer())))
                .statusCode(400);
        PasskeyCalls.add(cara, device.create(options)).statusCode(201);
        PasskeyCalls.add(cara, new SoftwareAuthenticator().create(options)).statusCode(400);

        Map<String, Object> late = PasskeyCalls.newOptions(cara);
        TestClock.set(Instant.now().plus(Challenges.VALID).plusSeconds(1));
        PasskeyCalls.add(cara, new SoftwareAuthenticator().create(late)).statusCode(400);

        assertThat(passkeys()).isOne();
    }

    @Test
    void a_challenge_to_log_in_with_makes_no_passkey() {
        Map<String, Object> options = Map.of(
                "challenge",
                PasskeyCalls.loginOptions().get("challenge"),
                "user",
                PasskeyCalls.newOptions(cara).get("user"));

        PasskeyCalls.add(cara, device.create(options)).statusCode(400);
        PasskeyCalls.add(cara, device.create(Map.of("challenge", "AAAA", "user", Map.of("id", "x"))))
                .statusCode(400);
    }

    @Test
    void what_another_site_asked_for_is_refused() {
        device.origin = "https://bearhug.example.evil.test";
        PasskeyCalls.add(cara, device.create(PasskeyCalls.newOptions(cara))).statusCode(400);
        device.origin = "http://localhost:8080";
        device.rpId = "evil.test";
        PasskeyCalls.add(cara, device.create(PasskeyCalls.newOptions(cara))).statusCode(400);
    }

    @Test
    void a_device_that_did_not_see_the_person_or_was_not_unlocked_is_refused() {
        for (int flags : new int[] {0x00, 0x01, 0x04}) {
            device.flags = flags;
            PasskeyCalls.add(cara, device.create(PasskeyCalls.newOptions(cara)))
                    .statusCode(400)
                    .body("code", equalTo("invalid-passkey"));
        }
        assertThat(passkeys()).isZero();
    }

    @Test
    void one_passkey_is_kept_once() {
        PasskeyCalls.add(cara, device.create(PasskeyCalls.newOptions(cara))).statusCode(201);

        PasskeyCalls.add(cara, device.create(PasskeyCalls.newOptions(cara)))
                .statusCode(409)
                .body("code", equalTo("passkey-known"));
        Someone omar = people.carer();
        PasskeyCalls.add(omar, device.create(PasskeyCalls.newOptions(omar))).statusCode(409);
    }

    @Test
    void a_challenge_answered_by_many_at_once_makes_one_passkey() {
        Map<String, Object> options = PasskeyCalls.newOptions(cara);

        List<Integer> answers = Race.of(
                6,
                i -> () -> PasskeyCalls.add(cara, new SoftwareAuthenticator().create(options))
                        .extract()
                        .statusCode());

        assertThat(answers).containsOnlyOnce(201).containsOnly(201, 400);
        assertThat(passkeys()).isOne();
    }

    @Test
    void there_is_an_end_to_how_many_one_can_have() {
        sql.change(
                """
                INSERT INTO passkey (account_id, credential_id, credential_data, sign_count, backup_eligible, backed_up, transports, name, created_at)
                SELECT ?, sha256((?::text || n)::bytea), 'x', 0, false, false, '{}', 'old', now() FROM generate_series(1, ?) n""",
                cara.id(),
                cara.id().toString(),
                Passkey.LIMIT);

        PasskeyCalls.add(cara, device.create(PasskeyCalls.newOptions(cara)))
                .statusCode(409)
                .body("code", equalTo("too-many-passkeys"));
        cara.asks().get("/v1/passkeys").then().body("items", hasSize(Passkey.LIMIT));
    }

    @Test
    void a_deleted_passkey_opens_nothing() {
        String location = PasskeyCalls.add(cara, device.create(PasskeyCalls.newOptions(cara)))
                .extract()
                .header("Location");
        String path = location.substring(location.indexOf("/v1/"));

        people.carer().asks().delete(path).then().statusCode(404);
        cara.asks().delete(path).then().statusCode(204);

        cara.asks().delete(path).then().statusCode(404).body("code", equalTo("not-found"));
        cara.asks().get("/v1/me/audit").then().body("items.act", contains("PASSKEY_REMOVED", "PASSKEY_ADDED"));
        PasskeyCalls.logIn(device.get(PasskeyCalls.loginOptions())).statusCode(401);
    }

    private long passkeys() {
        return sql.<Long>one("SELECT count(*) FROM passkey WHERE account_id = ?", cara.id());
    }
}
