package org.bearhug.booking.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.bearhug.booking.Carer;
import org.bearhug.booking.money.Ledger;
import org.bearhug.booking.money.Money;
import org.bearhug.booking.money.Purchase;
import org.bearhug.testing.Race;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two who learn at once that something is paid enter it once; and without the lock they would enter it twice. */
@QuarkusTest
@TestProfile(StripeProfile.class)
class FulfilmentRaceTest {

    @Inject
    PaidClass paid;

    @Inject
    Fulfilment fulfilment;

    @Inject
    Ledger ledger;

    @Inject
    Sellers sellers;

    private final Carer cara = Carer.fresh();
    private String booking;
    private UUID payment;

    @BeforeEach
    void something_that_is_paid() {
        StripeStage.reset(PaidClass.NOW);
        booking = paid.booked(cara, paid.block(1)).getString("id");
        payment = paid.sql().one("SELECT id FROM payment WHERE booking_id = ?::uuid", booking);
        paid.pays(booking);
    }

    @Test
    void eight_at_once_enter_it_once() {
        Race.of(8, nth -> () -> {
            fulfilment.look(payment);
            return nth;
        });

        assertThat(paid.lines(booking)).containsExactlyInAnyOrder("CHARGE 6500", "PAYMENT -6500");
    }

    @Test
    void eight_at_once_give_a_pass_that_had_lapsed_once() {
        String pass = paid.buys(cara, paid.passOffer(4000))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        UUID its = paid.payments(pass).get(0);
        paid.pays(pass);
        QuarkusTransaction.requiringNew()
                .run(() -> sellers.of(Purchase.pass(UUID.fromString(pass))).expire(UUID.fromString(pass)));

        Race.of(8, nth -> () -> {
            fulfilment.look(its);
            return nth;
        });

        assertThat(paid.lines(pass))
                .containsExactlyInAnyOrder("CHARGE 4000", "CREDIT -4000", "CHARGE 4000", "PAYMENT -4000");
        assertThat(paid.pass(cara, pass).getString("state")).isEqualTo("PAID");
    }

    @Test
    void without_the_lock_two_who_look_before_they_write_enter_it_twice() {
        CyclicBarrier bothHaveLooked = new CyclicBarrier(2);
        Race.of(
                2,
                nth -> () -> QuarkusTransaction.requiringNew().call(() -> {
                    boolean isPaid = paid.sql()
                            .<String>one("SELECT state FROM payment WHERE id = ?", payment)
                            .equals("PAID");
                    bothHaveLooked.await(20, TimeUnit.SECONDS);
                    if (!isPaid) {
                        ledger.payment(
                                Purchase.booking(UUID.fromString(booking)),
                                new Money(6500, "GBP"),
                                "naive",
                                "naive-" + nth,
                                null);
                    }
                    return nth;
                }));

        assertThat(paid.lines(booking)).isEqualTo(List.of("PAYMENT -6500", "PAYMENT -6500"));
    }
}
