package org.bearhug.booking.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What should become of money that was paid and is not owed, and of what is owed and was not paid. */
record WorldMoney(World world) {

    /** After what is owed for it has changed. */
    void settle(Booked booking) {
        if (booking.owed <= 0) {
            booking.underWay().filter(payment -> !payment.keepsSeats).ifPresent(payment -> payment.callOff(world.now));
        }
        long over = -booking.owed - wanted(booking);
        for (Payment payment : paidFor(booking)) {
            long back = Math.min(over, left(payment));
            if (back > 0) {
                world.refunds.add(new Refund(booking, payment, back, "WANTED"));
                over -= back;
            }
        }
    }

    long wanted(Booked booking) {
        return world.refunds.stream()
                .filter(refund -> refund.booking == booking && refund.isWanted())
                .mapToLong(refund -> refund.amount)
                .sum();
    }

    /** By Stripe, for this one or those whose place it took, the newest first. */
    private List<Payment> paidFor(Booked booking) {
        List<Payment> paid = new ArrayList<>(world.payments.stream()
                .filter(payment -> payment.isPaidOnline() && booking.isInPlaceOf(payment.booking))
                .toList());
        Collections.reverse(paid);
        return paid;
    }

    private long left(Payment payment) {
        return payment.amount
                - world.refunds.stream()
                        .filter(refund -> refund.payment == payment && !refund.state.equals("FAILED"))
                        .mapToLong(refund -> refund.amount)
                        .sum();
    }

    /** What was paid for the one and is not owed there counts for the other. */
    void moved(Booked from, Booked to) {
        long over = Math.min(0, from.owed + wanted(from));
        from.owed -= over;
        to.owed += over;
        to.movedFrom = from;
        settle(from);
        settle(to);
    }

    /** A page for what was due was not paid: it is due as before. */
    void resume(Booked booking) {
        if (booking.owed > 0) {
            booking.lastSettled().ifPresent(settled -> {
                Payment again = Payment.due(booking, booking.owed, settled.until);
                again.reminded = settled.reminded;
                world.add(again);
            });
        }
    }

    /** The one that has the place of this one now. */
    Booked latest(Booked booking) {
        return world.booked.stream()
                .filter(other -> other != booking && other.isInPlaceOf(booking))
                .reduce((earlier, later) -> later.isInPlaceOf(earlier) ? later : earlier)
                .orElse(booking);
    }

    /** The bank took it: first for what was to go back in the older bookings, then for the one that has the place. */
    void taken(Payment payment, long amount) {
        List<Booked> line = world.booked.stream()
                .filter(other -> other.isInPlaceOf(payment.booking))
                .toList();
        Booked latest = latest(payment.booking);
        long left = amount;
        for (Booked each : line) {
            long part = each == latest ? left : Math.min(left, Math.max(0, -each.owed - wanted(each)));
            if (part > 0) {
                world.refunds.add(new Refund(each, payment, part, "SUCCEEDED"));
                each.owed += part;
                left -= part;
            }
        }
        line.forEach(this::settle);
    }

    /** Stripe is asked to give back what is wanted back, unless the bank asks for it, too. */
    static String giveBack(Refund refund) {
        if (refund.isWanted() && !refund.payment.isDisputed()) {
            refund.state = "SUCCEEDED";
            refund.payment.givenBack += refund.amount;
            refund.booking.owed += refund.amount;
        }
        return "ok";
    }

    /** It went back of this payment in another way. */
    void wentBack(Payment payment, long amount) {
        Booked booking = latest(payment.booking);
        world.refunds.add(new Refund(booking, payment, amount, "SUCCEEDED"));
        booking.owed += amount;
    }
}
