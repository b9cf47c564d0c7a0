package org.bearhug.booking.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.bearhug.booking.Carer;
import org.bearhug.booking.Given;
import org.bearhug.booking.TaughtBlock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AgeRefusalsTest {

    @Inject
    Given given;

    private final Carer cara = Carer.fresh();

    @BeforeEach
    void a_week_before() {
        given.a_week_before();
    }

    @Test
    void too_young_names_the_age_and_the_date_that_fits() {
        TaughtBlock block = given.block().ofSessions(1).ages(4, 30).published();
        UUID mia = cara.child("Mia", 3);

        cara.bookBlock(block.id(), mia)
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("child-too-young"))
                .body("childId", equalTo(mia.toString()))
                .body("sessionId", equalTo(block.session(0).toString()))
                .body("ageWeeks", equalTo(3))
                .body("fitsFrom", equalTo("2031-03-17"))
                .body("detail", containsString("It fits from 17 March 2031."))
                .body("detail", not(containsString("Mia")))
                .body("$", not(hasKey("fitsUntil")));

        nothing_is_booked(block);
    }

    @Test
    void too_old_names_the_first_session_that_does_not_fit() {
        TaughtBlock block = given.block().ofSessions(3).ages(4, 30).published();
        UUID mia = cara.child("Mia", 29);

        cara.bookBlock(block.id(), mia)
                .then()
                .statusCode(409)
                .body("code", equalTo("child-too-old"))
                .body("childId", equalTo(mia.toString()))
                .body("sessionId", equalTo(block.session(2).toString()))
                .body("ageWeeks", equalTo(31))
                .body("fitsUntil", equalTo("2031-03-23"))
                .body("$", not(hasKey("fitsFrom")));

        nothing_is_booked(block);
        cara.bookSession(block.session(1), mia).then().statusCode(201);
    }

    @Test
    void a_family_of_which_one_child_does_not_fit_gets_nothing() {
        TaughtBlock block = given.block().ofSessions(2).ages(4, 30).published();
        UUID mia = cara.child("Mia", 10);
        UUID ben = cara.child("Ben", 40);

        cara.bookBlock(block.id(), mia, ben)
                .then()
                .statusCode(409)
                .body("code", equalTo("child-too-old"))
                .body("childId", equalTo(ben.toString()));

        nothing_is_booked(block);
    }

    private void nothing_is_booked(TaughtBlock block) {
        assertThat(given.taken(block)).containsOnly(0);
        assertThat(given.places(block)).containsOnly(0L);
        assertThat(given.sql().<Long>one("SELECT count(*) FROM booking WHERE carer_id = ?", cara.id()))
                .isZero();
    }
}
