package org.bearhug.booking.model;

import java.io.Serializable;
import java.time.Instant;

/** Seats that are held or offered, until their time is over. */
final class Keeping implements Serializable {

    private static final long serialVersionUID = 1L;

    final Deal deal;
    boolean offer;

    /** That is being paid, for which alone it is then. */
    Booked booking;

    Instant until;
    boolean extended;
    boolean gone;

    Keeping(Deal deal, boolean offer, Instant until) {
        this.deal = deal;
        this.offer = offer;
        this.until = until;
    }

    /** One seat of it. */
    record Seat(int session, String child, Keeping owner) implements Serializable {}
}
