package org.bearhug.user.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import javax.sql.DataSource;
import org.bearhug.testing.Race;
import org.bearhug.testing.Sql;
import org.bearhug.user.People;
import org.bearhug.user.Someone;
import org.bearhug.user.secret.Secret;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RefreshRaceTest {

    private static final int TABS = 8;

    @Inject
    People people;

    @Inject
    DataSource database;

    @Test
    void tabs_that_send_one_cookie_at_once_all_get_the_same_next() {
        for (int round = 0; round < 5; round++) {
            String cookie = people.carer().logIn();

            List<ExtractableResponse<Response>> answers =
                    Race.of(TABS, i -> () -> RefreshTest.refresh(cookie).extract());

            assertThat(answers).extracting(ExtractableResponse::statusCode).containsOnly(200);
            assertThat(answers.stream()
                            .map(answer -> answer.cookie("bearhug_refresh"))
                            .distinct())
                    .hasSize(1);
            RefreshTest.refresh(answers.get(TABS - 1).cookie("bearhug_refresh")).statusCode(200);
        }
    }

    /** The control of the grace: without it, the tabs that come second end the log-in of them all. */
    @Test
    void without_the_grace_two_tabs_would_log_each_other_out() {
        Someone cara = people.carer();
        String cookie = cara.logIn();
        String next = RefreshTest.next(cookie);
        new Sql(database)
                .change(
                        "UPDATE login_session SET rotated_at = rotated_at - interval '21 s' WHERE account_id = ?",
                        cara.id());

        List<Integer> answers =
                Race.of(TABS, i -> () -> RefreshTest.refresh(cookie).extract().statusCode());

        assertThat(answers).containsOnly(401);
        RefreshTest.refresh(next).statusCode(401);
    }

    /** The negative control: with a look before the change, each of them would get another. */
    @Test
    void a_look_before_the_change_would_give_a_next_one_to_all() {
        Someone cara = people.carer();
        byte[] old = RefreshToken.read(cara.logIn()).orElseThrow().secret().hash();
        CyclicBarrier looked = new CyclicBarrier(TABS);
        Sql sql = new Sql(database);

        List<Boolean> exchanged = Race.of(TABS, i -> (Callable<Boolean>) () -> {
            boolean good = sql.<Long>one("SELECT count(*) FROM login_session WHERE token_hash = ?", old) == 1;
            looked.await();
            return good
                    && sql.change(
                                    "UPDATE login_session SET token_hash = ? WHERE account_id = ?",
                                    Secret.random().hash(),
                                    cara.id())
                            == 1;
        });

        assertThat(exchanged).containsOnly(true);
    }
}
