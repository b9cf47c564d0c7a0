package org.bearhug.booking.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bearhug.booking.Carer;
import org.bearhug.booking.Given;
import org.bearhug.booking.TaughtBlock;
import org.bearhug.testing.Person;
import org.bearhug.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Places that nobody pays for are given back, where the instructor wants it. */
@QuarkusTest
class LapsedPlacesTest {

    @Inject
    Given given;

    @Inject
    PaidClass paid;

    @Inject
    Dues dues;

    private final Carer cara = Carer.fresh();

    @BeforeEach
    void begin() {
        TestClock.set(PaidClass.NOW);
        InstructorRules.are("Bank", 3, null);
    }

    @Test
    void places_that_are_not_paid_are_given_back_only_where_the_instructor_wants_it() {
        TaughtBlock block = paid.block(2);
        String booking = paid.booked(cara, block).getString("id");
        dues.tell();
        TestClock.set(PaidClass.NOW.plus(Duration.ofDays(6)));
        dues.remind();
        dues.lapse();
        assertThat(paid.state(booking)).isEqualTo("CONFIRMED");

        InstructorRules.are("Bank", 3, 2);
        int before = paid.lettersTo(Person.INES.id()).size();
        dues.lapse();
        dues.lapse();

        assertThat(paid.state(booking)).isEqualTo("EXPIRED");
        assertThat(given.states(block.session(0))).containsExactly(0, 0, 0);
        assertThat(paid.lines(booking)).containsExactly("CHARGE 6500", "CREDIT -6500");
        assertThat(paid.lettersTo(cara.id())).endsWith("PLACES_LAPSED");
        assertThat(paid.lettersTo(Person.INES.id()).subList(before, before + 1))
                .containsExactly("PLACES_LAPSED_INSTRUCTOR");
        cara.bookBlock(block.id(), paid.childOf(cara)).then().statusCode(201);
    }

    /** The block has two sessions: before the first one, and between them. */
    @ParameterizedTest
    @CsvSource({"6, 0", "9, 1"})
    void the_use_of_a_voucher_comes_back_with_places_that_lapse_before_anything_took_place(int days, int used) {
        InstructorRules.are("Bank", 3, 2);
        String code = "L" + System.nanoTime();
        UUID voucher = UUID.fromString(given.voucher(Map.of("code", code, "percent", 10, "uses", 1)));
        TaughtBlock two = given.block().ofSessions(2).published();
        String lapsing = cara.book(
                        code, Map.of("blockId", two.id(), "childIds", List.of(paid.childOf(cara)), "voucher", code))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        dues.tell();
        TestClock.set(PaidClass.NOW.plus(Duration.ofDays(days)));
        dues.remind();

        dues.lapse();

        assertThat(paid.state(lapsing)).isEqualTo("EXPIRED");
        assertThat(paid.sql().<Integer>one("SELECT used FROM voucher WHERE id = ?", voucher))
                .isEqualTo(used);
    }
}
