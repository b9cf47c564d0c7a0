package org.bearhug.kit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Logger;
import org.bearhug.testing.CallAddressWatch;
import org.bearhug.testing.Person;
import org.bearhug.testing.Sql;
import org.junit.jupiter.api.Test;

/** That nothing was found says something only because what is there is found. */
@QuarkusTest
class CallAddressWatchTest {

    private static final String ADDRESS = "https://zoom.us/j/84512345678";

    @Inject
    AgroalDataSource database;

    @Test
    void an_address_is_found_in_an_answer_a_fact_and_a_log_line() {
        given().auth()
                .oauth2(Person.CARA.token())
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID())
                .body(Map.of("text", ADDRESS))
                .post("/v1/notes")
                .then()
                .statusCode(201);
        Logger.getLogger("some.class").warning("Nobody came to " + ADDRESS);

        assertThatThrownBy(() -> new CallAddressWatch().afterEach(null))
                .hasMessageContaining("the answer to POST /v1/notes")
                .hasMessageContaining("a log line of some.class")
                .hasMessageContaining("a fact");

        new Sql(database).change("DELETE FROM outbox WHERE position(? IN payload::text) > 0", ADDRESS);
    }
}
