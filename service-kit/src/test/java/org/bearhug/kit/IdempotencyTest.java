package org.bearhug.kit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bearhug.testing.Person;
import org.bearhug.testing.Race;
import org.bearhug.testing.Sql;
import org.bearhug.testing.TestClock;
import org.junit.jupiter.api.Test;

@QuarkusTest
class IdempotencyTest {

    @Inject
    AgroalDataSource database;

    @Inject
    Idempotency idempotency;

    @Inject
    StoredAnswers answers;

    private final String key = UUID.randomUUID().toString();

    @Test
    void a_retry_gets_the_same_answer_and_has_no_second_effect() {
        String text = UUID.randomUUID().toString();
        Response first = write(Person.CARA, key, text);
        Response second = write(Person.CARA, key, text);
        Response quoted = write(Person.CARA, "\"" + key + "\"", text);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.header("Idempotent-Replayed")).isNull();
        for (Response replay : List.of(second, quoted)) {
            assertThat(replay.statusCode()).isEqualTo(201);
            assertThat(replay.asString()).isEqualTo(first.asString());
            assertThat(replay.header("Location")).isEqualTo(first.header("Location"));
            assertThat(replay.header("ETag")).isEqualTo(first.header("ETag")).isEqualTo("\"v1\"");
            assertThat(replay.header("Content-Type")).isEqualTo(first.header("Content-Type"));
            assertThat(replay.header("Idempotent-Replayed")).isEqualTo("true");
        }
        assertThat(notes(text)).isEqualTo(1);
    }

    @Test
    void the_same_key_with_another_body_is_refused() {
        write(Person.CARA, key, "one");

        write(Person.CARA, key, "another").then().statusCode(422).body("code", equalTo("idempotency-key-reused"));
    }

    @Test
    void two_callers_may_use_the_same_key() {
        String text = UUID.randomUUID().toString();
        write(Person.CARA, key, text).then().statusCode(201);
        write(Person.OMAR, key, text).then().statusCode(201);

        assertThat(notes(text)).isEqualTo(2);
    }

    @Test
    void answers_to_and_about_who_is_erased_are_forgotten() {
        String aboutCara = "of " + Person.CARA.id();
        write(Person.CARA, key, "one").then().statusCode(201);
        write(Person.OMAR, key, aboutCara).then().statusCode(201);
        write(Person.OMAR, key + 2, "two").then().statusCode(201);

        QuarkusTransaction.requiringNew().run(() -> idempotency.forget(Person.CARA.id()));

        assertThat(write(Person.CARA, key, "one").header("Idempotent-Replayed")).isNull();
        assertThat(write(Person.OMAR, key, aboutCara).header("Idempotent-Replayed"))
                .isNull();
        assertThat(write(Person.OMAR, key + 2, "two").header("Idempotent-Replayed"))
                .isEqualTo("true");
    }

    @Test
    void without_a_key_each_request_counts() {
        String text = UUID.randomUUID().toString();
        write(Person.CARA, null, text).then().statusCode(201);
        write(Person.CARA, null, text).then().statusCode(201);

        assertThat(notes(text)).isEqualTo(2);
    }

    @Test
    void where_a_key_is_required_its_absence_is_refused() {
        given().auth()
                .oauth2(Person.CARA.token())
                .contentType("application/json")
                .body("{\"text\": \"a\"}")
                .post("/v1/notes/with-key")
                .then()
                .statusCode(400)
                .body("code", equalTo("idempotency-key-missing"));
    }

    @Test
    void a_key_that_is_no_key_is_refused() {
        write(Person.CARA, "k".repeat(256), "a").then().statusCode(400).body("code", equalTo("invalid-request"));
        write(Person.CARA, "\"\"", "a").then().statusCode(400);
        write(Person.CARA, "two words", "a").then().statusCode(400);
    }

    @Test
    void a_refusal_leaves_nothing_behind_and_its_retry_is_judged_anew() {
        write(Person.CARA, key, "refused").then().statusCode(409).body("code", equalTo("note-refused"));

        assertThat(notes("refused")).isZero();
        assertThat(records()).isZero();
        write(Person.CARA, key, "refused").then().statusCode(409).body("code", equalTo("note-refused"));
    }

    @Test
    void twenty_retries_at_once_have_one_effect() {
        List<Response> answers = Race.of(20, i -> () -> write(Person.CARA, key, "slow"));

        List<Response> created =
                answers.stream().filter(answer -> answer.statusCode() == 201).toList();
        assertThat(created).isNotEmpty();
        assertThat(created.stream().map(Response::asString).collect(Collectors.toSet()))
                .hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.statusCode() != 201).allSatisfy(answer -> answer.then()
                .statusCode(409)
                .header("Retry-After", notNullValue())
                .body("code", equalTo("idempotency-key-in-use")));
        assertThat(records()).isEqualTo(1);
        assertThat(new Sql(database)
                        .<Long>one(
                                "SELECT count(*) FROM outbox WHERE aggregateid = ?",
                                UUID.fromString(created.get(0).path("id"))))
                .isEqualTo(1);
    }

    @Test
    void after_a_day_a_key_is_free_again() {
        String text = UUID.randomUUID().toString();
        Response first = write(Person.CARA, key, text);
        TestClock.set(Instant.now().plus(Duration.ofHours(25)));
        Response later = write(Person.CARA, key, text);

        later.then().statusCode(201);
        assertThat(later.<String>path("id")).isNotEqualTo(first.path("id"));
        assertThat(write(Person.CARA, key, text).<String>path("id")).isEqualTo(later.path("id"));
    }

    @Test
    void old_keys_are_forgotten() {
        write(Person.CARA, key, "a");
        new Sql(database)
                .change("UPDATE idempotency_record SET created_at = now() - interval '25 hours' WHERE key = ?", key);

        answers.forget();

        assertThat(records()).isZero();
    }

    private long records() {
        return new Sql(database).<Long>one("SELECT count(*) FROM idempotency_record WHERE key = ?", key);
    }

    private long notes(String text) {
        return new Sql(database).<Long>one("SELECT count(*) FROM note WHERE text = ?", text);
    }

    private static Response write(Person person, String key, String text) {
        var request = given().auth().oauth2(person.token()).contentType("application/json");
        return (key == null ? request : request.header("Idempotency-Key", key))
                .body("{\"text\": \"" + text + "\"}")
                .post("/v1/notes");
    }
}
