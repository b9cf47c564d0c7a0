package org.bearhug.booking.payment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.bearhug.booking.money.Money;

/**
 * How a booking is paid, as its carer sees it.
 *
 * @param url the page on which it is paid, as long as it is open; for the carer alone
 * @param expiresAt until when that page is open and the seats are kept
 * @param dueAt by when the instructor would like to have the money
 * @param howToPay the instructor's own words
 * @param problem what went wrong at the last try, such as {@code card_declined}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PaymentView(
        UUID id,
        Payment.Provider provider,
        Payment.State state,
        Money amount,
        String url,
        Instant expiresAt,
        Instant dueAt,
        String howToPay,
        String problem) {

    /** Of what was booked just now and is to be paid by hand. */
    public static PaymentView due(UUID id, Money amount, Instant until, String howToPay) {
        return new PaymentView(
                id, Payment.Provider.MANUAL, Payment.State.DUE, amount, null, null, until, howToPay, null);
    }

    /** Of what is being paid by Stripe. */
    static PaymentView online(UUID id, Payment.State state, Money amount, String url, Instant until) {
        return new PaymentView(id, Payment.Provider.STRIPE, state, amount, url, until, null, null, null);
    }

    /** Whether it is paid, or cannot be any more. */
    boolean hasEnded() {
        return state == Payment.State.PAID || state == Payment.State.EXPIRED || state == Payment.State.FAILED;
    }

    /** Whether something is being paid, or was, of which nobody knows yet what became of it. */
    boolean waitsForMoney() {
        return state == Payment.State.OPEN || state == Payment.State.PROCESSING || state == Payment.State.MISMATCH;
    }

    PaymentView withoutPage() {
        return new PaymentView(id, provider, state, amount, null, expiresAt, dueAt, howToPay, problem);
    }

    static PaymentView of(Payment payment, String howToPay) {
        boolean byHand = payment.provider == Payment.Provider.MANUAL;
        boolean open = payment.isUnderWay();
        return new PaymentView(
                payment.id,
                payment.provider,
                payment.state,
                payment.sum(),
                payment.state == Payment.State.OPEN ? payment.url : null,
                !byHand && open ? payment.until : null,
                byHand ? payment.until : null,
                byHand && open ? howToPay : null,
                payment.problem);
    }
}
