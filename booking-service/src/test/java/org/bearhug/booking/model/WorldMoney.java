package org.bearhug.booking.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
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

    /** This one and those that took its place, one after the other. */
    private List<Booked> line(Booked booking) {
        return world.booked.stream()
                .filter(other -> other.isInPlaceOf(booking))
                .sorted(Comparator.comparing(Booked::moves))
                .toList();
    }

    /** Stripe is asked to give back what is wanted back and owed still, unless the bank asks for it, too. */
    String giveBack(Refund refund) {
        if (!refund.isWanted() || refund.payment.isDisputed()) {
            return "ok";
        }
        if (wanted(refund.booking) > -refund.booking.owed || left(refund.payment) < 0) {
            refund.state = "FAILED";
            settle(refund.booking);
        } else {
            refund.state = "SUCCEEDED";
            refund.payment.givenBack += refund.amount;
            refund.booking.owed += refund.amount;
        }
        return "ok";
    }

    /** The instructor gave it back, most likely for what as much is to be paid back for. */
    void givenBack(Payment payment, long amount) {
        List<Booked> line = line(payment.booking);
        wentBack(
                payment,
                line.stream()
                        .filter(booking -> -booking.owed >= amount)
                        .findFirst()
                        .orElse(line.get(line.size() - 1)),
                amount);
        payment.givenBack += amount;
    }

    /** The bank took all that was left: for what is to be paid back, the oldest first, and then for what has the place. */
    void lost(Payment payment) {
        world.refunds.stream()
                .filter(refund -> refund.payment == payment && refund.isWanted())
                .forEach(refund -> refund.state = "FAILED");
        List<Booked> line = line(payment.booking);
        long taken = payment.amount - payment.givenBack;
        for (Booked booking : line) {
            long part = booking == line.get(line.size() - 1)
                    ? taken
                    : Math.min(taken, Math.max(0, -booking.owed - wanted(booking)));
            wentBack(payment, booking, part);
            taken -= part;
        }
        line.forEach(this::settle);
    }

    private void wentBack(Payment payment, Booked booking, long amount) {
        if (amount > 0) {
            world.refunds.add(new Refund(booking, payment, amount, "SUCCEEDED"));
            booking.owed += amount;
        }
    }
}
