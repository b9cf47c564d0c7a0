package org.bearhug.user.passkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bearhug.user.Someone.nobody;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.sql.DataSource;
import org.bearhug.testing.Race;
import org.bearhug.testing.Sql;
import org.bearhug.testing.TestClock;
import org.bearhug.user.People;
import org.bearhug.user.Someone;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PasskeyLoginTest {

    @Inject
    People people;

    @Inject
    Challenges challenges;

    @Inject
    DataSource database;

    private Sql sql;
    private Someone cara;
    private SoftwareAuthenticator device;

    @BeforeEach
    void a_carer_with_a_passkey() {
        sql = new Sql(database);
        cara = people.carer();
        device = PasskeyCalls.deviceOf(cara);
    }

    @Test
    void a_passkey_logs_in_without_an_address_or_a_password() {
        ExtractableResponse<Response> in = PasskeyCalls.logIn(device.get(PasskeyCalls.loginOptions()))
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .extract();

        nobody().auth().oauth2(in.path("accessToken")).get("/v1/me").then().body("email", equalTo(cara.email()));
        nobody().cookie("bearhug_refresh", in.cookie("bearhug_refresh"))
                .post("/v1/login/refresh")
                .then()
                .statusCode(200);
        cara.asks().get("/v1/me/logins").then().body("items.method", hasItem("PASSKEY"));
        assertThat(sql.<Object>one("SELECT last_used_at FROM passkey WHERE account_id = ?", cara.id()))
                .isNotNull();
    }

    @Test
    void the_options_tell_nothing_of_anybody() {
        nobody().post("/v1/passkeys/login/options")
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("rpId", equalTo("localhost"))
                .body("userVerification", equalTo("required"))
                .body("allowCredentials", empty());
    }

    @Test
    void a_challenge_is_good_once_and_for_five_minutes() {
        Map<String, Object> signed = device.get(PasskeyCalls.loginOptions());
        PasskeyCalls.logIn(signed).statusCode(200);
        refused(PasskeyCalls.logIn(signed));

        Map<String, Object> late = device.get(PasskeyCalls.loginOptions());
        TestClock.set(Instant.now().plus(Challenges.VALID).plusSeconds(1));
        refused(PasskeyCalls.logIn(late));
        challenges.forget();
        assertThat(sql.<Long>one("SELECT count(*) FROM answered_challenge WHERE expires_at < now() + interval '5 min'"))
                .isZero();
    }

    @Test
    void a_challenge_that_is_not_ours_or_for_something_else_is_refused() {
        refused(PasskeyCalls.logIn(device.get(PasskeyCalls.newOptions(cara))));
        refused(PasskeyCalls.logIn(device.get(Map.of("challenge", "AAAA"))));
    }

    @Test
    void one_answer_sent_many_times_at_once_opens_one_log_in() {
        Map<String, Object> signed = device.get(PasskeyCalls.loginOptions());

        List<Integer> answers =
                Race.of(6, i -> () -> PasskeyCalls.logIn(signed).extract().statusCode());

        assertThat(answers).containsOnlyOnce(200).containsOnly(200, 401);
        assertThat(sql.<Long>one("SELECT count(*) FROM login_session WHERE account_id = ?", cara.id()))
                .isOne();
    }

    @Test
    void a_copy_of_a_passkey_is_noticed_by_its_counter() {
        device.counter = 7;
        PasskeyCalls.logIn(device.get(PasskeyCalls.loginOptions())).statusCode(200);

        refused(PasskeyCalls.logIn(device.get(PasskeyCalls.loginOptions())));
        device.counter = 3;
        refused(PasskeyCalls.logIn(device.get(PasskeyCalls.loginOptions())));

        device.counter = 8;
        PasskeyCalls.logIn(device.get(PasskeyCalls.loginOptions())).statusCode(200);
        assertThat(sql.<Long>one("SELECT sign_count FROM passkey WHERE account_id = ?", cara.id()))
                .isEqualTo(8);
    }

    @Test
    void another_key_another_site_and_a_locked_device_are_refused() {
        SoftwareAuthenticator stranger = new SoftwareAuthenticator();
        refused(PasskeyCalls.logIn(stranger.get(PasskeyCalls.loginOptions())));
        Map<String, Object> forged = new HashMap<>(stranger.get(PasskeyCalls.loginOptions()));
        forged.put("id", device.id());
        refused(PasskeyCalls.logIn(forged));

        device.flags = 0x01 | 0x08 | 0x10;
        refused(PasskeyCalls.logIn(device.get(PasskeyCalls.loginOptions())));
        device.flags = 0x01 | 0x04 | 0x08 | 0x10;
        device.origin = "https://evil.test";
        refused(PasskeyCalls.logIn(device.get(PasskeyCalls.loginOptions())));
        device.origin = "http://localhost:8080";
        device.rpId = "evil.test";
        refused(PasskeyCalls.logIn(device.get(PasskeyCalls.loginOptions())));
        device.rpId = "localhost";
        PasskeyCalls.logIn(device.get(PasskeyCalls.loginOptions())).statusCode(200);
    }

    @Test
    void a_passkey_that_names_another_person_is_refused() {
        Map<String, Object> signed = new HashMap<>(device.get(PasskeyCalls.loginOptions()));
        Map<String, Object> response = new HashMap<>(cast(signed.get("response")));
        response.put("userHandle", PasskeyOptions.handle(people.carer().id()));
        signed.put("response", response);

        refused(PasskeyCalls.logIn(signed));
    }

    /** Whatever is changed in what a device says, it is refused, and nothing breaks. */
    @Test
    void an_answer_with_any_byte_changed_is_refused() {
        Random random = new Random(20261124);
        for (String part : List.of("clientDataJSON", "authenticatorData", "signature")) {
            for (int i = 0; i < 25; i++) {
                Map<String, Object> signed = new HashMap<>(device.get(PasskeyCalls.loginOptions()));
                signed.put("response", bent(cast(signed.get("response")), part, random));
                refused(PasskeyCalls.logIn(signed));
            }
        }
        for (int i = 0; i < 40; i++) {
            Map<String, Object> made = new HashMap<>(new SoftwareAuthenticator().create(PasskeyCalls.newOptions(cara)));
            made.put("response", bent(cast(made.get("response")), "attestationObject", random));
            assertThat(PasskeyCalls.add(cara, made).extract().statusCode()).isIn(201, 400, 409);
        }
    }

    private static Map<String, Object> bent(Map<String, Object> response, String part, Random random) {
        byte[] bytes = Base64.getUrlDecoder().decode((String) response.get(part));
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        Map<String, Object> bent = new HashMap<>(response);
        bent.put(part, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        return bent;
    }

    @SuppressWarnings("unchecked") // JSON as maps
    private static Map<String, Object> cast(Object map) {
        return (Map<String, Object>) map;
    }

    private static void refused(ValidatableResponse answer) {
        answer.statusCode(401).body("code", equalTo("invalid-credentials"));
    }
}
