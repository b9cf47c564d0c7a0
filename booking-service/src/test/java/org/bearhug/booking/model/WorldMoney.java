package org.bearhug.booking.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What should become of money that was paid and is not owed, and of what is owed and was not paid. */
record WorldMoney(World world) {

    /** After what is owed for it has changed. */
    void settle(Bought bought) {
        if (bought.owed <= 0) {
            bought.underWay().filter(payment -> !payment.keeps).ifPresent(payment -> payment.callOff(world.now));
        }
        long over = -bought.owed - wanted(bought);
        for (Payment payment : paidFor(bought)) {
            long back = Math.min(over, left(payment));
            if (back > 0) {
                world.refunds.add(new Refund(bought, payment, back, "WANTED"));
                over -= back;
            }
        }
    }

    long wanted(Bought bought) {
        return world.refunds.stream()
                .filter(refund -> refund.bought == bought && refund.isWanted())
                .mapToLong(refund -> refund.amount)
                .sum();
    }

    /** By Stripe, for this one or those whose place it took, the newest first. */
    private List<Payment> paidFor(Bought bought) {
        List<Payment> paid = new ArrayList<>(world.payments.stream()
                .filter(payment -> payment.isPaidOnline() && bought.isInPlaceOf(payment.bought))
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
    void resume(Bought bought) {
        if (bought.owed > 0) {
            bought.lastSettled().ifPresent(settled -> {
                Payment again = Payment.due(bought, bought.owed, settled.until);
                again.reminded = settled.reminded;
                world.add(again);
            });
        }
    }

    /** This one and those that took its place, one after the other. */
    private List<Bought> line(Bought bought) {
        return Stream.concat(world.booked.stream(), world.passes.stream())
                .filter(other -> other.isInPlaceOf(bought))
                .sorted(Comparator.comparing(Bought::moves))
                .toList();
    }

    /** Stripe is asked to give back what is wanted back and owed still, unless the bank asks for it, too. */
    String giveBack(Refund refund) {
        if (!refund.isWanted() || refund.payment.isDisputed()) {
            return "ok";
        }
        if (wanted(refund.bought) > -refund.bought.owed || left(refund.payment) < 0) {
            refund.state = "FAILED";
            settle(refund.bought);
        } else {
            refund.state = "SUCCEEDED";
            refund.payment.givenBack += refund.amount;
            refund.bought.owed += refund.amount;
        }
        return "ok";
    }

    /** The instructor gave it back, most likely for what as much is to be paid back for. */
    void givenBack(Payment payment, long amount) {
        List<Bought> line = line(payment.bought);
        wentBack(
                payment,
                line.stream()
                        .filter(bought -> -bought.owed >= amount)
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
        List<Bought> line = line(payment.bought);
        long taken = payment.amount - payment.givenBack;
        for (Bought bought : line) {
            long part = bought == line.get(line.size() - 1)
                    ? taken
                    : Math.min(taken, Math.max(0, -bought.owed - wanted(bought)));
            wentBack(payment, bought, part);
            taken -= part;
        }
        line.forEach(this::settle);
    }

    private void wentBack(Payment payment, Bought bought, long amount) {
        if (amount > 0) {
            world.refunds.add(new Refund(bought, payment, amount, "SUCCEEDED"));
            bought.owed += amount;
        }
    }
}
