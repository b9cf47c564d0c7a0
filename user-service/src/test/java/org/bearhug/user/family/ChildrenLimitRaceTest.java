package org.bearhug.user.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import javax.sql.DataSource;
import org.bearhug.testing.Race;
import org.bearhug.testing.Sql;
import org.bearhug.user.People;
import org.bearhug.user.Someone;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ChildrenLimitRaceTest {

    private static final int RUNNERS = 8;
    private static final String ADD =
            """
            INSERT INTO child (id, carer_id, name, born_on, created_at, version)
            VALUES (uuidv7(), ?, 'Mila', current_date, now(), 0)""";

    @Inject
    DataSource database;

    @Inject
    People people;

    private Sql sql;
    private Someone cara;

    @BeforeEach
    void a_carer_with_room_for_one_more() {
        sql = new Sql(database);
        cara = people.carer();
        for (int i = 1; i < Family.LIMIT; i++) {
            sql.change(ADD, cara.id());
        }
    }

    @Test
    void the_limit_is_named() {
        add().statusCode(201);
        add().statusCode(409).body("code", equalTo("too-many-children"));
    }

    @Test
    void of_children_added_at_once_only_those_within_the_limit_are_kept() {
        List<Integer> answers = Race.of(RUNNERS, i -> () -> add().extract().statusCode());

        assertThat(answers).containsOnlyOnce(201);
        assertThat(answers).containsOnly(201, 409);
        assertThat(children()).isEqualTo(Family.LIMIT);
    }

    /** The negative control: a count without a lock lets all of them in. */
    @Test
    void a_count_without_a_lock_would_let_all_of_them_in() {
        CyclicBarrier counted = new CyclicBarrier(RUNNERS);

        Race.of(RUNNERS, i -> (Callable<Boolean>) () -> {
            boolean room = children() < Family.LIMIT;
            counted.await();
            return room && sql.change(ADD, cara.id()) == 1;
        });

        assertThat(children()).isGreaterThan(Family.LIMIT);
    }

    private long children() {
        return sql.<Long>one("SELECT count(*) FROM child WHERE carer_id = ?", cara.id());
    }

    private ValidatableResponse add() {
        return cara.asks()
                .body(Map.of("name", "Mila", "bornOn", LocalDate.now().toString()))
                .post("/v1/me/children")
                .then();
    }
}
