package org.bearhug.booking.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.bearhug.booking.Carer;
import org.bearhug.booking.Given;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the database itself refuses, whoever asks. */
@QuarkusTest
class MoneyEntryConstraintsTest {

    private static final String ENTER =
            """
            INSERT INTO money_entry (booking_id, kind, amount, currency, reason, entered_at)
            VALUES (?, ?, ?, 'GBP', ?, now())""";

    @Inject
    Given given;

    private UUID booking;

    @BeforeEach
    void a_booking() {
        given.a_week_before();
        Carer cara = Carer.fresh();
        UUID mia = cara.child("Mia", 10);
        given.known(mia);
        booking = UUID.fromString(
                cara.bookBlock(given.block().ofSessions(1).published().id(), mia)
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE money_entry SET amount = 1 WHERE booking_id = '%s'",
                "DELETE FROM money_entry WHERE booking_id = '%s'",
                "TRUNCATE money_entry",
            })
    void nothing_is_changed_or_deleted(String statement) {
        assertThatThrownBy(() -> given.sql().change(statement.formatted(booking)))
                .hasStackTraceContaining("only added to");

        assertThat(given.sql().<Long>one("SELECT sum(amount)::bigint FROM money_entry WHERE booking_id = ?", booking))
                .isEqualTo(6500);
    }

    @ParameterizedTest
    @CsvSource({"CHARGE, -1", "PAYMENT, 1", "REFUND, -1", "CREDIT, 1", "CHARGE, 0", "CREDIT, 0"})
    void each_kind_has_its_sign(String kind, long amount) {
        assertThatThrownBy(() -> given.sql().change(ENTER, booking, kind, amount, "tried"))
                .hasStackTraceContaining("the_sign_is_that_of_the_kind");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Words of a person", "a-reason-that-is-longer-than-forty-letters-x"})
    void a_reason_is_a_word_and_no_text(String reason) {
        assertThatThrownBy(() -> given.sql().change(ENTER, booking, "CHARGE", 1L, reason))
                .hasStackTraceContaining("money_entry_reason_check");
    }
}
