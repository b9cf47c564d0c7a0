package org.bearhug.booking.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.bearhug.booking.Carer;
import org.bearhug.booking.Given;
import org.bearhug.booking.TaughtBlock;
import org.bearhug.booking.money.Ledger;
import org.bearhug.booking.money.Money;
import org.bearhug.booking.money.Purchase;
import org.bearhug.testing.Race;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two bookings of one line want the same payment back at once; and what they would get without the lock. */
@QuarkusTest
@TestProfile(StripeProfile.class)
class RefundRaceTest {

    private static final long EACH = 4000;

    @Inject
    Given given;

    @Inject
    PaidClass paid;

    @Inject
    Sellers sellers;

    @Inject
    Ledger ledger;

    @Inject
    Refunds refunds;

    private final Carer cara = Carer.fresh();
    private UUID payment;
    private List<Purchase> line;

    @BeforeEach
    void a_paid_booking_that_moved() {
        StripeStage.reset(PaidClass.NOW);
        paid.forgetRefundsOfOthers();
        TaughtBlock block = paid.block(1);
        TaughtBlock next = given.block().ofTheCourseOf(block).ofSessions(1).published();
        String old = paid.booked(cara, block).getString("id");
        paid.hasPaid(old);
        payment = paid.payments(old).get(0);
        String moved =
                cara.move(old, next.id()).then().statusCode(201).extract().path("id");
        line = List.of(Purchase.booking(UUID.fromString(old)), Purchase.booking(UUID.fromString(moved)));
    }

    @AfterEach
    void leave_nothing_behind() {
        paid.forgetRefundsOfOthers();
    }

    @Test
    void the_second_wants_no_more_than_the_first_has_left() {
        CompletableFuture<Void> second = QuarkusTransaction.requiringNew().call(() -> {
            comesBack(line.get(0));
            CompletableFuture<Void> other = CompletableFuture.runAsync(
                    () -> QuarkusTransaction.requiringNew().run(() -> comesBack(line.get(1))));
            await().until(() -> other.isDone() || somebodyWaits());
            return other;
        });
        second.join();

        assertThat(wanted()).containsExactly(EACH, 6500 - EACH);
    }

    private void comesBack(Purchase purchase) {
        sellers.lock(purchase);
        ledger.credit(purchase, new Money(EACH, "GBP"), "cancelled", null);
        refunds.settle(purchase);
    }

    private boolean somebodyWaits() {
        return paid.sql()
                        .<Long>one(
                                "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%FOR NO KEY UPDATE OF p%'")
                > 0;
    }

    @Test
    void without_the_lock_two_who_look_before_they_want_want_more_than_was_paid() {
        CyclicBarrier bothHaveLooked = new CyclicBarrier(2);

        Race.of(
                2,
                nth -> () -> QuarkusTransaction.requiringNew().call(() -> {
                    long left =
                            6500 - wanted().stream().mapToLong(Long::longValue).sum();
                    bothHaveLooked.await(20, TimeUnit.SECONDS);
                    return refunds.want(payment, line.get(nth), Math.min(EACH, left), Refund.Cause.OWED);
                }));

        assertThat(wanted()).containsExactly(EACH, EACH);
    }

    private List<Long> wanted() {
        return paid
                .sql()
                .rows("SELECT amount FROM refund WHERE payment_id = ? AND state = 'WANTED' ORDER BY id", payment)
                .stream()
                .map(row -> (Long) row.get("amount"))
                .toList();
    }
}
