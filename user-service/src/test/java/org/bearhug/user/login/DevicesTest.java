package org.bearhug.user.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.bearhug.user.Someone.nobody;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import javax.sql.DataSource;
import org.bearhug.testing.Sql;
import org.bearhug.testing.TestClock;
import org.bearhug.user.Mailbox;
import org.bearhug.user.People;
import org.bearhug.user.Someone;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class DevicesTest {

    private static final String PHONE =
            "Mozilla/5.0 (Linux; Android 16; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36";
    private static final String LAPTOP =
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:143.0) Gecko/20100101 Firefox/143.0";
    private static final String HOME = "203.0.113.7";
    private static final String SAME_NETWORK = "203.0.113.200";
    private static final String CAFE = "198.51.100.9";

    @Inject
    People people;

    @Inject
    Devices devices;

    @Inject
    DataSource database;

    private Sql sql;
    private Someone cara;

    @BeforeEach
    void a_carer() {
        sql = new Sql(database);
        cara = people.carer();
    }

    @Test
    void a_device_that_was_not_seen_before_is_told_of() {
        logIn(PHONE, HOME, null);
        TestClock.set(Instant.parse("2026-12-01T22:05:00Z"));
        logIn(LAPTOP, CAFE, null);
        TestClock.reset();

        Mailbox.Mail mail = Mailbox.awaitMail(cara.email(), 1);

        assertThat(mail.subject()).isEqualTo("A new log-in to your Bearhug account");
        assertThat(mail.text())
                .contains(
                        "Firefox on Windows",
                        "Tuesday, 1 December 2026, at 22:05 (Europe/London)",
                        "logs out every device",
                        "/forgot-password");
        assertThat(mail.html()).contains("Firefox on Windows", "22:05", "/forgot-password");
        assertThat(letters()).isOne();
    }

    @Test
    void the_first_log_in_is_not_told_of() {
        logIn(PHONE, HOME, null);

        assertThat(letters()).isZero();
    }

    @Test
    void a_device_is_known_by_its_cookie_wherever_it_goes() {
        String cookie = logIn(PHONE, HOME, null).cookie("bearhug_device");

        String next = logIn(PHONE, CAFE, cookie).cookie("bearhug_device");

        assertThat(next).isEqualTo(cookie);
        assertThat(letters()).isZero();
        assertThat(sql.<Long>one("SELECT count(*) FROM login_device WHERE account_id = ?", cara.id()))
                .isOne();
        assertThat(sql.rows("SELECT d::text FROM login_device d WHERE account_id = ?", cara.id())
                        .toString())
                .doesNotContain(cookie);
    }

    @Test
    void without_a_cookie_it_is_known_by_its_kind_and_network() {
        logIn(PHONE, HOME, null);

        logIn(PHONE, SAME_NETWORK, null);
        assertThat(letters()).isZero();

        logIn(LAPTOP, HOME, null);
        logIn(PHONE, CAFE, null);
        assertThat(letters()).isEqualTo(2);
    }

    @Test
    void the_cookie_of_another_account_is_not_known() {
        String others = logIn(people.carer(), PHONE, HOME, null).cookie("bearhug_device");
        logIn(PHONE, HOME, null);

        String own = logIn(LAPTOP, CAFE, others).cookie("bearhug_device");

        assertThat(own).isNotEqualTo(others);
        assertThat(letters()).isOne();
    }

    @Test
    void a_wrong_password_is_no_log_in_and_leaves_no_device() {
        logIn(PHONE, HOME, null);
        from(LAPTOP, CAFE, null)
                .body("{\"email\": \"" + cara.email() + "\", \"password\": \"a wrong password\"}")
                .post("/v1/login")
                .then()
                .statusCode(401);

        assertThat(letters()).isZero();
        logIn(LAPTOP, CAFE, null);
        assertThat(letters()).isOne();
    }

    @Test
    void a_program_that_keeps_no_cookie_fills_no_table() {
        for (int i = 0; i < Devices.AT_MOST + 3; i++) {
            logIn(PHONE, HOME, null);
        }

        assertThat(sql.<Long>one("SELECT count(*) FROM login_device WHERE account_id = ?", cara.id()))
                .isEqualTo(Devices.AT_MOST);
        assertThat(letters()).isZero();
    }

    @Test
    void a_device_is_forgotten_when_it_was_not_seen_for_long() {
        logIn(PHONE, HOME, null);
        TestClock.set(Instant.now().plus(Devices.REMEMBERED).plusSeconds(5));

        devices.forget();

        assertThat(sql.rows("SELECT id FROM login_device WHERE account_id = ?", cara.id()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                PHONE + "|Chrome on Android",
                LAPTOP + "|Firefox on Windows",
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 Version/18.0 Mobile Safari/604.1|Safari on iPhone",
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537 Chrome/140 Safari/537 Edg/140|Edge on Mac",
                "<script>alert(1)</script>|A browser",
                "|A browser"
            })
    void a_browser_is_called_what_people_call_it(String userAgent, String name) {
        assertThat(Browser.name(userAgent)).isEqualTo(name);
    }

    private long letters() {
        await().until(() ->
                sql.<Long>one("SELECT count(*) FROM letter WHERE recipient = ? AND state = 'WAITING'", cara.email())
                        == 0);
        return sql.<Long>one("SELECT count(*) " + Mailbox.LETTERS_TO + " AND kind = 'NEW_DEVICE'", cara.email());
    }

    private ExtractableResponse<Response> logIn(String userAgent, String address, String cookie) {
        return logIn(cara, userAgent, address, cookie);
    }

    private static ExtractableResponse<Response> logIn(Someone who, String userAgent, String address, String cookie) {
        return from(userAgent, address, cookie)
                .body(who.credentials())
                .post("/v1/login")
                .then()
                .statusCode(200)
                .extract();
    }

    private static RequestSpecification from(String userAgent, String address, String cookie) {
        RequestSpecification browser = nobody().header("User-Agent", userAgent).header("X-Forwarded-For", address);
        return cookie == null ? browser : browser.cookie("bearhug_device", cookie);
    }
}
