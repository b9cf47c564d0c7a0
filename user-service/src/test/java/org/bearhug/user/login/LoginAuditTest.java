package org.bearhug.user.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bearhug.user.Someone.nobody;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.bearhug.testing.Sql;
import org.bearhug.testing.TestClock;
import org.bearhug.user.People;
import org.bearhug.user.Someone;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the audit trail tells of log-ins that end and of links that open an account. */
@QuarkusTest
class LoginAuditTest {

    @Inject
    People people;

    @Inject
    DataSource database;

    private Sql sql;
    private Someone cara;
    private String cookie;
    private UUID login;

    @BeforeEach
    void a_carer_who_is_logged_in() {
        sql = new Sql(database);
        cara = people.carer();
        cookie = cara.logIn();
        login = sql.one("SELECT id FROM login_session WHERE account_id = ?", cara.id());
    }

    @Test
    void logging_out_is_told_once() {
        nobody().cookie("bearhug_refresh", cookie).post("/v1/logout").then().statusCode(204);
        nobody().cookie("bearhug_refresh", cookie).post("/v1/logout").then().statusCode(204);

        assertThat(trail()).containsExactly("LOGGED_IN", "LOGGED_OUT " + login);
    }

    @Test
    void a_refresh_token_that_is_given_back_is_a_log_out() {
        nobody().contentType("application/x-www-form-urlencoded")
                .formParam("token", cookie)
                .post("/oauth/revoke")
                .then()
                .statusCode(200);

        assertThat(trail()).containsExactly("LOGGED_IN", "LOGGED_OUT " + login);
    }

    @Test
    void ending_one_log_in_names_it_and_ending_anothers_tells_nothing() {
        people.carer().asks().delete("/v1/me/logins/" + login).then().statusCode(404);
        assertThat(trail()).containsExactly("LOGGED_IN");

        cara.asks().delete("/v1/me/logins/" + login).then().statusCode(204);

        assertThat(trail()).containsExactly("LOGGED_IN", "LOGINS_ENDED " + login);
    }

    @Test
    void ending_all_others_is_told_when_there_were_any() {
        cara.asks()
                .cookie("bearhug_refresh", cookie)
                .delete("/v1/me/logins")
                .then()
                .statusCode(204);
        assertThat(trail()).containsExactly("LOGGED_IN");

        cara.asks().delete("/v1/me/logins").then().statusCode(204);

        assertThat(trail()).containsExactly("LOGGED_IN", "LOGINS_ENDED");
    }

    @Test
    void an_old_refresh_token_that_comes_back_is_told_and_stays_told() {
        String next = RefreshTest.next(cookie);
        TestClock.set(Instant.now().plus(Rotation.GRACE).plusSeconds(1));

        RefreshTest.refresh(cookie).statusCode(401);
        RefreshTest.refresh(next).statusCode(401);

        assertThat(trail()).containsExactly("LOGGED_IN", "LOGIN_STOLEN " + login);
    }

    @Test
    void links_that_are_asked_for_are_told_and_for_an_address_of_nobody_are_not() {
        long before = count();
        for (String path : List.of("/v1/login/magic-link", "/v1/password/forgot")) {
            nobody().body(Map.of("email", People.address())).post(path).then().statusCode(202);
        }
        assertThat(count()).isEqualTo(before);

        for (String path : List.of("/v1/login/magic-link", "/v1/password/forgot")) {
            nobody().body(Map.of("email", cara.email())).post(path).then().statusCode(202);
        }

        assertThat(trail()).containsExactly("LOGGED_IN", "LINK_ASKED", "LINK_ASKED");
    }

    private long count() {
        return sql.<Long>one("SELECT count(*) FROM audit_entry");
    }

    private List<String> trail() {
        return sql
                .rows(
                        """
                        SELECT concat_ws(' ', act, subject_id) AS told FROM audit_entry
                         WHERE account_id = ? AND actor_id = ? ORDER BY id""",
                        cara.id(),
                        cara.id())
                .stream()
                .map(row -> (String) row.get("told"))
                .toList();
    }
}
