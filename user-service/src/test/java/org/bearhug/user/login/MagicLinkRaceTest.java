package org.bearhug.user.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import javax.sql.DataSource;
import org.bearhug.testing.Race;
import org.bearhug.testing.Sql;
import org.bearhug.user.Mailbox;
import org.bearhug.user.People;
import org.bearhug.user.Someone;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MagicLinkRaceTest {

    private static final int TABS = 8;

    @Inject
    People people;

    @Inject
    DataSource database;

    @Test
    void a_link_followed_many_times_at_once_opens_one_log_in() {
        for (int round = 0; round < 3; round++) {
            Someone cara = people.carer();
            String browser = MagicLinkTest.asked(MagicLinkTest.ask(cara.email()));
            String token = Mailbox.awaitMail(cara.email(), 1).token();

            List<Integer> answers = Race.of(
                    TABS,
                    i -> () -> MagicLinkTest.redeem(token, browser).extract().statusCode());

            assertThat(answers).containsOnlyOnce(200).containsOnly(200, 400);
            assertThat(sessions(cara)).isOne();
        }
    }

    /** The negative control: with a look before the use, all of them would open one. */
    @Test
    void a_look_before_the_use_would_open_one_for_all() {
        Someone cara = people.carer();
        MagicLinkTest.ask(cara.email());
        CyclicBarrier looked = new CyclicBarrier(TABS);
        Sql sql = new Sql(database);

        List<Boolean> opened = Race.of(TABS, i -> (Callable<Boolean>) () -> {
            boolean good = sql.<Long>one("SELECT count(*) FROM magic_link WHERE account_id = ?", cara.id()) == 1;
            looked.await();
            sql.change("DELETE FROM magic_link WHERE account_id = ?", cara.id());
            return good;
        });

        assertThat(opened).containsOnly(true);
    }

    private long sessions(Someone who) {
        return new Sql(database).<Long>one("SELECT count(*) FROM login_session WHERE account_id = ?", who.id());
    }
}
