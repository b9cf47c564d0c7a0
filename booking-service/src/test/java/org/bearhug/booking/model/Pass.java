package org.bearhug.booking.model;

import java.time.Duration;
import java.time.Instant;

/** A pass that a family bought: what is used of it, and what is owed for it. */
final class Pass extends Bought {

    private static final long serialVersionUID = 1L;

    /** What is sold: one for nothing, and one that is to be paid and soon over. */
    enum Offer {
        FREE(0, 100),
        SOON_OVER(4000, 2);

        final long price;
        final int weeks;

        Offer(long price, int weeks) {
            this.price = price;
            this.weeks = weeks;
        }
    }

    final int family;
    final Offer offer;
    final Instant bought;
    int used;
    boolean returned;

    /** It was not paid in time. */
    boolean lapsed;

    Pass(int family, Offer offer, Instant bought) {
        this.family = family;
        this.offer = offer;
        this.bought = bought;
        owed = offer.price;
    }

    Instant until() {
        return bought.plus(Duration.ofDays(7L * offer.weeks));
    }

    /** Whether its family has to do something about it before it may buy many more. */
    boolean isOpen(Instant now) {
        return !returned && now.isBefore(until()) && (offer.price == 0 ? used < Desk.UNITS : owed > 0);
    }

    /** Takes so many units, for sessions of which the last one starts then. */
    void use(int units, Instant lastStart) {
        No.when(owed > 0, "pass-not-paid");
        No.when(returned, "pass-returned");
        No.when(lapsed, "pass-not-paid");
        No.when(!lastStart.isBefore(until()), "pass-expired");
        No.when(used + units > Desk.UNITS, "pass-used-up");
        used += units;
    }

    /** It was not paid, and need not be any more. */
    void lapse() {
        if (!returned && owed > 0) {
            lapsed = true;
            owed = 0;
        }
    }

    String state(long wantedBack) {
        return "%d used, %s%s%s"
                .formatted(used, money(wantedBack), returned ? ", returned" : "", lapsed ? ", lapsed" : "");
    }
}
