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
    void of_tabs_that_send_one_cookie_at_once_one_gets_the_next() {
        for (int round = 0; round < 5; round++) {
            String cookie = people.carer().logIn();

            List<ExtractableResponse<Response>> answers =
                    Race.of(TABS, i -> () -> RefreshTest.refresh(cookie).extract());

            assertThat(answers).extracting(ExtractableResponse::statusCode).containsOnlyOnce(200);
            assertThat(answers).extracting(ExtractableResponse::statusCode).containsOnly(200, 401);
            String won = answers.stream()
                    .filter(answer -> answer.statusCode() == 200)
                    .findFirst()
                    .orElseThrow()
                    .cookie("bearhug_refresh");
            RefreshTest.refresh(won).statusCode(200);
        }
    }

    /** The negative control: with a look before the change, all of them would get one. */
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
