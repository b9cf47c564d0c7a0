package org.bearhug.user.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.bearhug.testing.Sql;
import org.bearhug.testing.TestClock;
import org.bearhug.user.People;
import org.bearhug.user.Someone;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OwnLoginsTest {

    @Inject
    People people;

    @Inject
    DataSource database;

    private Someone cara;
    private String phone;
    private String laptop;

    @BeforeEach
    void a_carer_with_two_log_ins() {
        cara = people.carer();
        phone = cara.logIn();
        laptop = cara.logIn();
    }

    @Test
    void the_list_marks_the_one_that_asks() {
        TestClock.set(Instant.now().plusSeconds(60));
        phone = RefreshTest.next(phone);

        cara.asks()
                .cookie("bearhug_refresh", phone)
                .get("/v1/me/logins")
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items.current", contains(true, false))
                .body("items.method", contains("PASSWORD", "PASSWORD"))
                .body("items[0].device", equalTo("A browser"))
                .body("items[0].keySet()", hasSize(6));
    }

    @Test
    void without_the_cookie_none_is_marked() {
        assertThat(cara.asks().get("/v1/me/logins").jsonPath().getList("items.current"))
                .containsExactly(false, false);
        assertThat(cara.asks()
                        .cookie("bearhug_refresh", "x.y")
                        .get("/v1/me/logins")
                        .jsonPath()
                        .getList("items.current"))
                .containsExactly(false, false);
    }

    @Test
    void one_can_be_ended() {
        List<String> others = cara.asks()
                .cookie("bearhug_refresh", laptop)
                .get("/v1/me/logins")
                .jsonPath()
                .getList("items.findAll { !it.current }.id");

        cara.asks().delete("/v1/me/logins/" + others.get(0)).then().statusCode(204);

        RefreshTest.refresh(phone).statusCode(401);
        RefreshTest.refresh(laptop).statusCode(200);
        cara.asks()
                .delete("/v1/me/logins/" + others.get(0))
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"));
    }

    @Test
    void all_others_can_be_ended() {
        cara.logIn();
        Someone omar = people.carer();
        String omars = omar.logIn();

        cara.asks()
                .cookie("bearhug_refresh", laptop)
                .delete("/v1/me/logins")
                .then()
                .statusCode(204);

        RefreshTest.refresh(phone).statusCode(401);
        RefreshTest.refresh(laptop).statusCode(200);
        RefreshTest.refresh(omars).statusCode(200);
        assertThat(new Sql(database).<Long>one("SELECT count(*) FROM login_session WHERE account_id = ?", cara.id()))
                .isOne();
    }

    @Test
    void without_a_cookie_all_are_ended() {
        cara.asks().delete("/v1/me/logins").then().statusCode(204);

        RefreshTest.refresh(phone).statusCode(401);
        RefreshTest.refresh(laptop).statusCode(401);
    }

    @Test
    void a_log_in_that_has_run_out_is_not_shown() {
        TestClock.set(Instant.now().plus(Logins.IDLE).plusSeconds(1));

        assertThat(cara.asks().get("/v1/me/logins").jsonPath().getList("items")).isEmpty();
    }
}
