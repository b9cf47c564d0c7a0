package org.bearhug.booking.model;

import java.io.Serializable;

/** Money that goes back by Stripe, for what is not owed for a booking. */
final class Refund implements Serializable {

    private static final long serialVersionUID = 1L;

    final Booked booking;
    final Payment payment;
    final long amount;
    String state;

    Refund(Booked booking, Payment payment, long amount, String state) {
        this.booking = booking;
        this.payment = payment;
        this.amount = amount;
        this.state = state;
    }

    boolean isWanted() {
        return state.equals("WANTED");
    }
}
