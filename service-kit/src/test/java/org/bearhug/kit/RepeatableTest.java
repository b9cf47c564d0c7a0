package org.bearhug.kit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bearhug.testing.Person;
import org.bearhug.testing.Race;
import org.bearhug.testing.Sql;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RepeatableTest {

    @Inject
    AgroalDataSource database;

    private final String key = UUID.randomUUID().toString();

    @Test
    void a_retry_gets_the_first_answer() {
        String text = UUID.randomUUID().toString();
        Response first = write(key, text);
        Response second = write(key, text);

        first.then().statusCode(200).body("new", equalTo(true));
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.header("Idempotent-Replayed")).isEqualTo("true");
        write(key, "another").then().statusCode(422).body("code", equalTo("idempotency-key-reused"));
    }

    @Test
    void without_a_key_it_is_done_again() {
        String text = UUID.randomUUID().toString();
        write(null, text).then().body("new", equalTo(true));

        write(null, text).then().statusCode(200).body("new", equalTo(false));
    }

    @Test
    void an_answer_that_was_lost_before_it_was_kept_is_made_again() {
        String text = UUID.randomUUID().toString();
        write(key, text).then().statusCode(200);
        new Sql(database).change("DELETE FROM idempotency_record WHERE key = ?", key);

        write(key, text).then().statusCode(200).body("new", equalTo(false));
        write(key, text).then().header("Idempotent-Replayed", "true");
    }

    @Test
    void of_retries_that_run_at_once_all_answer_as_the_first_or_are_told_to_come_again() {
        List<Response> answers = Race.of(6, n -> () -> write(key, "slow"));

        assertThat(answers).extracting(Response::statusCode).contains(200).isSubsetOf(200, 409);
        assertThat(answers.stream()
                        .filter(answer -> answer.statusCode() == 200)
                        .map(answer -> answer.<String>path("try")))
                .containsOnly(write(key, "slow").<String>path("try"));
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 409))
                .allMatch(answer -> answer.path("code").equals("idempotency-key-in-use"));
    }

    private static Response write(String key, String text) {
        var request = given().contentType("application/json").auth().oauth2(Person.CARA.token());
        return (key == null ? request : request.header("Idempotency-Key", key))
                .body(Map.of("text", text))
                .post("/v1/notes/repeatable");
    }
}
