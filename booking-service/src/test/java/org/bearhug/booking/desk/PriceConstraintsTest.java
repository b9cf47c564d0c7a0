package org.bearhug.booking.desk;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.bearhug.booking.Carer;
import org.bearhug.booking.Given;
import org.bearhug.booking.TaughtBlock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the database itself refuses, whoever asks. */
@QuarkusTest
class PriceConstraintsTest {

    @Inject
    Given given;

    private final Carer cara = Carer.fresh();

    @BeforeEach
    void a_week_before() {
        given.a_week_before();
    }

    @Test
    void the_price_of_what_is_booked_stays() {
        TaughtBlock block = given.block().ofSessions(1).published();
        UUID mia = cara.child("Mia", 10);
        given.known(mia);
        UUID booking = UUID.fromString(
                cara.bookBlock(block.id(), mia).then().statusCode(201).extract().path("id"));

        for (String change : List.of(
                "UPDATE booking SET amount = 0, line_amounts = '{0}' WHERE id = ?",
                "UPDATE booking SET line_codes = '{EARLY}' WHERE id = ?",
                "UPDATE booking SET line_texts = '{other}' WHERE id = ?",
                "UPDATE place SET price = 0 WHERE booking_id = ?")) {
            assertThatThrownBy(() -> given.sql().change(change, booking)).hasStackTraceContaining("stays");
        }
        assertThatThrownBy(() -> given.sql()
                        .change(
                                """
                                INSERT INTO booking (carer_id, block_id, title, children, state, amount, currency,
                                                     line_codes, line_texts, line_amounts, booked_at)
                                SELECT carer_id, block_id, title, children, state, amount, currency,
                                       line_codes, line_texts, '{6499}', booked_at FROM booking WHERE id = ?""",
                                booking))
                .hasStackTraceContaining("the_lines_add_up");
    }
}
