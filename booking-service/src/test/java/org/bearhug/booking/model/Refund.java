package org.bearhug.booking.model;

import java.io.Serializable;

/** Money that goes back by Stripe, for what is not owed for what was bought. */
final class Refund implements Serializable {

    private static final long serialVersionUID = 1L;

    final Bought bought;
    final Payment payment;
    final long amount;
    String state;

    Refund(Bought bought, Payment payment, long amount, String state) {
        this.bought = bought;
        this.payment = payment;
        this.amount = amount;
        this.state = state;
    }

    boolean isWanted() {
        return state.equals("WANTED");
    }
}
