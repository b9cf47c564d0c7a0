package org.bearhug.booking.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.bearhug.booking.Given;
import org.bearhug.booking.LogLines;
import org.bearhug.testing.TestClock;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nothing but the door tells where the call is. */
@QuarkusTest
class DoorSecretsTest {

    @Inject
    Given given;

    @Inject
    AtTheDoor at;

    @BeforeEach
    void a_place_in_a_class_that_is_about_to_start() {
        at.begin();
    }

    @Test
    void a_link_that_was_sealed_for_another_session_does_not_open() {
        at.callIs(1, AtTheDoor.CALL, UUID.randomUUID());

        at.join()
                .statusCode(500)
                .contentType("application/problem+json")
                .header("Location", nullValue())
                .body("code", equalTo("internal-error"))
                .body("detail", not(Matchers.containsString("zoom")));
    }

    @Test
    void the_log_never_tells_where_the_call_is() {
        try (LogLines log = LogLines.read()) {
            at.callIs(1, AtTheDoor.CALL, at.block.session(0));
            at.join().statusCode(303);
            at.callIs(2, AtTheDoor.CALL, UUID.randomUUID());
            at.join().statusCode(500);
            at.callIs(3, "https://zoom.test/j/84512345678 c2VjcmV0", at.block.session(0));
            at.join().statusCode(500).body(not(Matchers.containsString("zoom")));
            TestClock.set(Given.FIRST_START.plus(Duration.ofHours(1)));
            at.join().statusCode(409);

            assertThat(log.text())
                    .contains("internal-error")
                    .doesNotContain("zoom.test", "84512345678", "c2VjcmV0", "Mia");
        }
    }

    @Test
    void no_list_and_no_fact_holds_the_calls_address() {
        at.callIs(1, AtTheDoor.CALL, at.block.session(0));

        assertThat(at.cara.asks().get("/v1/bookings").asString()).doesNotContain("zoom");
        assertThat(given.sql().<Long>one("SELECT count(*) FROM outbox WHERE payload::text LIKE '%zoom%'"))
                .isZero();
        assertThat(given.sql().<Long>one("SELECT count(*) FROM meeting WHERE sealed_link LIKE '%zoom%'"))
                .isZero();
    }
}
