package org.bearhug.booking.model;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/** A sum that is to be paid in one way, as {@code payment} keeps it, and the page at Stripe on which that is done. */
final class Payment implements Serializable {

    private static final long serialVersionUID = 1L;

    /** How a page stands at Stripe. */
    enum Page {
        OPEN,
        PAID,
        EXPIRED
    }

    final Bought bought;
    final long amount;
    final boolean keeps;
    String state;

    /** By when it is due, or how long its page is open. */
    Instant until;

    boolean reminded;

    /** None when it is paid by hand. */
    Page page;

    /** When Stripe closes it whatever else there is. */
    Instant ends;

    /** When a job looked at it. */
    Instant asked;

    /** What Stripe has given back of it. */
    long givenBack;

    String dispute;

    private Payment(Bought bought, long amount, boolean keeps, Instant until, String state) {
        this.bought = bought;
        this.amount = amount;
        this.keeps = keeps;
        this.until = until;
        this.state = state;
    }

    static Payment due(Bought bought, long amount, Instant until) {
        return new Payment(bought, amount, false, until, "DUE");
    }

    static Payment online(Bought bought, long amount, boolean keeps, Instant until, Instant now) {
        Payment payment = new Payment(bought, amount, keeps, until, "OPEN");
        Instant shortest = now.plus(Duration.ofMinutes(45));
        payment.page = Page.OPEN;
        payment.ends = until.isBefore(shortest) ? shortest : until;
        payment.asked = now;
        return payment;
    }

    boolean isOnline() {
        return page != null;
    }

    boolean isDue() {
        return state.equals("DUE");
    }

    boolean isUnderWay() {
        return isDue() || state.equals("OPEN");
    }

    boolean isPaidOnline() {
        return isOnline() && state.equals("PAID");
    }

    boolean isDisputed() {
        return "needs_response".equals(dispute);
    }

    /** A day before. */
    boolean isToRemind(Instant now) {
        return !now.isBefore(until.minus(Duration.ofDays(1)));
    }

    /** Nothing is owed any more. */
    void callOff(Instant now) {
        if (isOnline()) {
            until = now;
        } else {
            state = "SETTLED";
        }
    }
}
