package org.bearhug.booking.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.stripe.model.checkout.Session;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.bearhug.booking.Carer;
import org.bearhug.booking.Given;
import org.bearhug.testing.TestClock;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DuesTest {

    @Inject
    Given given;

    @Inject
    PaidClass paid;

    @Inject
    Dues dues;

    @Test
    void a_currency_that_is_none_keeps_nobody_from_being_told() {
        TestClock.set(PaidClass.NOW);
        Carer omar = Carer.fresh();
        Carer cara = Carer.fresh();
        paid.booked(omar, given.block().ofSessions(1).paidIn("ZZZ").published());
        paid.booked(cara, paid.block(1));

        // Others may be in the queue before them.
        await().until(() -> {
            dues.tell();
            return !paid.lettersTo(cara.id()).isEmpty();
        });

        assertThat(paid.lettersTo(omar.id())).containsExactly("PAY_INSTRUCTOR");
        assertThat(paid.lettersTo(cara.id())).containsExactly("PAY_INSTRUCTOR");
    }

    @Test
    void anothers_page_without_a_sum_is_none_of_ours() {
        assertThat(PaidPage.of(new Session()).payment()).isNull();
    }
}
