package org.bearhug.user.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import javax.sql.DataSource;
import org.bearhug.testing.Race;
import org.bearhug.testing.Sql;
import org.bearhug.user.People;
import org.bearhug.user.Someone;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Cara and Omar care for Mila together. */
@QuarkusTest
class CarersTest {

    private static final int REFUSED = -1;

    @Inject
    DataSource database;

    @Inject
    People people;

    private Sql sql;
    private Someone cara;
    private Someone omar;
    private String mila;

    @BeforeEach
    void a_shared_child() {
        sql = new Sql(database);
        cara = people.carer();
        omar = people.carer();
        mila = shared();
    }

    private String shared() {
        String child = cara.asks()
                .body(Map.of("name", "Mila", "bornOn", "2026-09-01", "dueOn", "2026-09-20"))
                .post("/v1/me/children")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        sql.change("INSERT INTO child_carer VALUES (?::uuid, ?, now() + interval '1 s')", child, omar.id());
        return child;
    }

    @Test
    void the_first_can_leave_and_the_other_is_first_then() {
        leave(cara, mila).statusCode(204);

        cara.asks().get("/v1/me/children/" + mila).then().statusCode(404);
        cara.asks().get("/v1/me/children").then().body("items", empty());
        omar.asks().get("/v1/me/children/" + mila).then().statusCode(200);
        assertThat(lastFact("payload::text"))
                .contains("\"carerId\": \"" + omar.id(), "\"carerIds\": [\"" + omar.id() + "\"]");
        leave(cara, mila).statusCode(404);
    }

    @Test
    void the_second_can_leave() {
        leave(omar, mila).statusCode(204);

        omar.asks().get("/v1/me/children/" + mila).then().statusCode(404);
        assertThat(lastFact("payload::text")).contains("\"carerIds\": [\"" + cara.id() + "\"]");
    }

    @Test
    void the_last_cannot_leave_but_erase() {
        cara.asks().delete("/v1/me/children/" + mila).then().statusCode(409).body("code", equalTo("child-is-shared"));
        leave(omar, mila).statusCode(204);
        leave(cara, mila).statusCode(409).body("code", equalTo("last-carer"));

        cara.asks().delete("/v1/me/children/" + mila).then().statusCode(204);

        assertThat(sql.rows("SELECT 1 FROM child_carer WHERE child_id = ?::uuid", mila))
                .isEmpty();
        assertThat(lastFact("type")).isEqualTo("child.erased");
        assertThat(sql.rows("SELECT type, payload::text FROM outbox WHERE aggregateid = ?::uuid", mila)
                        .toString())
                .doesNotContain("Mila", "child.changed");
    }

    @Test
    void of_both_who_leave_at_once_one_stays() {
        for (int i = 0; i < 10; i++) {
            String child = shared();
            List<Integer> answers = Race.of(
                    2, n -> () -> leave(n == 0 ? cara : omar, child).extract().statusCode());

            assertThat(answers).containsExactlyInAnyOrder(204, 409);
            assertThat(carers(child)).isEqualTo(1);
            sql.change("DELETE FROM child WHERE id = ?::uuid", child);
        }
    }

    /** The negative control: a count without the lock lets both go on, and only the database keeps one of them. */
    @Test
    void without_the_lock_only_the_database_keeps_one() {
        CyclicBarrier counted = new CyclicBarrier(2);
        List<UUID> both = List.of(cara.id(), omar.id());

        List<Integer> gone = Race.of(2, n -> () -> {
            boolean last = carers(mila) == 1;
            counted.await();
            return last ? 0 : leaveUnlocked(both.get(n));
        });

        assertThat(gone).containsExactlyInAnyOrder(1, REFUSED);
        assertThat(carers(mila)).isEqualTo(1);
    }

    private int leaveUnlocked(UUID carer) {
        try {
            return sql.change("DELETE FROM child_carer WHERE child_id = ?::uuid AND carer_id = ?", mila, carer);
        } catch (IllegalStateException refused) {
            assertThat(refused).hasStackTraceContaining("a_child_has_a_carer");
            return REFUSED;
        }
    }

    @Test
    void a_due_date_can_be_taken_away() {
        change(Map.of("name", "Mila")).statusCode(200).body("dueOn", equalTo("2026-09-20"));

        change(Collections.singletonMap("dueOn", null)).statusCode(200).body("dueOn", nullValue());

        cara.asks().get("/v1/me/children/" + mila).then().body("dueOn", nullValue());
        change(Map.of("dueOn", "2031-01-01")).statusCode(400).body("errors[0].pointer", equalTo("#/dueOn"));
        change(Map.of("dueOn", "soon")).statusCode(400).body("errors[0].pointer", equalTo("#/dueOn"));
        change(Map.of("dueOn", "2026-09-21")).statusCode(200).body("dueOn", equalTo("2026-09-21"));
    }

    private long carers(String child) {
        return sql.<Long>one("SELECT count(*) FROM child_carer WHERE child_id = ?::uuid", child);
    }

    private ValidatableResponse change(Map<String, String> change) {
        return cara.asks()
                .header("If-Match", "*")
                .body(change)
                .patch("/v1/me/children/" + mila)
                .then();
    }

    private static ValidatableResponse leave(Someone who, String child) {
        return who.asks().delete("/v1/me/children/" + child + "/carers/me").then();
    }

    private String lastFact(String column) {
        return sql.one(
                "SELECT " + column + " FROM outbox WHERE aggregateid = ?::uuid ORDER BY position DESC LIMIT 1", mila);
    }
}
