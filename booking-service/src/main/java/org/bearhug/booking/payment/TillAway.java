package org.bearhug.booking.payment;

/** Stripe did not answer, or not with yes or no. Whether it did what it was asked is not known; ask again under the same key. */
class TillAway extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TillAway(String what) {
        super(what, null, false, false);
    }
}
