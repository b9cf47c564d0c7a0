package org.bearhug.booking.model;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A booking or a pass: what is owed for it, and how that is paid. */
@SuppressWarnings("serial") // see World
abstract class Bought implements Serializable {

    private static final long serialVersionUID = 1L;

    final List<Payment> payments = new ArrayList<>();
    long owed;

    Optional<Payment> latest() {
        return payments.stream().reduce((older, newer) -> newer);
    }

    Optional<Payment> latestOnline() {
        return payments.stream().filter(Payment::isOnline).reduce((older, newer) -> newer);
    }

    Optional<Payment> underWay() {
        return payments.stream().filter(Payment::isUnderWay).findFirst();
    }

    Optional<Payment> due() {
        return payments.stream().filter(Payment::isDue).findFirst();
    }

    Optional<Payment> lastSettled() {
        return payments.stream()
                .filter(payment -> payment.state.equals("SETTLED"))
                .reduce((older, newer) -> newer);
    }

    /** Whether it is that one, or took its place by moves. */
    boolean isInPlaceOf(Bought other) {
        return this == other;
    }

    int moves() {
        return 0;
    }

    /** In the words of {@link Desk.State}. */
    String money(long wantedBack) {
        return "owed %d%s %s"
                .formatted(
                        owed,
                        wantedBack == 0 ? "" : ", wanted back " + wantedBack,
                        latest().map(payment -> payment.state).orElse("-"));
    }
}
