package org.bearhug.booking.model;

/** What should become of a payment by what its page at Stripe says, whoever asks. */
final class WorldPages extends WorldDeals {

    WorldPages(World world) {
        super(world);
    }

    /** Stripe is asked, and a page closed whose time is over. */
    void look(Payment payment) {
        if (payment.page == Payment.Page.OPEN && !world.now.isBefore(payment.until)) {
            close(payment);
        }
        follow(payment);
    }

    /** It is over, of which there is something to tell. */
    void close(Payment payment) {
        payment.page = Payment.Page.EXPIRED;
        world.untold.add(payment);
    }

    void follow(Payment payment) {
        if (payment.page == Payment.Page.PAID && !payment.state.equals("PAID")) {
            payment.state = "PAID";
            payment.bought.owed -= payment.amount;
            if (payment.keeps && payment.bought instanceof Booked booking) {
                confirm(booking);
            }
            new WorldMoney(world).settle(payment.bought);
        } else if (payment.page == Payment.Page.EXPIRED && payment.isUnderWay()) {
            end(payment, "EXPIRED");
        }
    }

    /** It was not paid. */
    void end(Payment payment, String how) {
        payment.state = how;
        if (!payment.keeps) {
            new WorldMoney(world).resume(payment.bought);
        } else if (payment.bought instanceof Booked booking) {
            expire(booking);
        } else {
            ((Pass) payment.bought).lapse();
        }
    }

    /** It has its seats, or others when there are some; else what was paid goes back. */
    private void confirm(Booked booking) {
        try {
            requireSeats(booking);
            dropSeats(booking.keeping);
            dropHeld(booking.deal);
            booking.confirm();
        } catch (No noSeat) {
            expire(booking);
        }
    }

    private void requireSeats(Booked booking) {
        Deal deal = booking.deal;
        No.when(booking.state.equals("CANCELLED") || booking.keeping == null, "booking-cancelled");
        No.when(isCalledOff(deal), "sales-closed");
        No.when(booking.isOver() && !isToCome(deal.sessions().get(0)), "sales-closed");
        requireRoom(deal.children(), deal.sessions(), booking);
    }

    private void expire(Booked booking) {
        if (booking.isBeingPaid()) {
            booking.state = "EXPIRED";
            giveBackVoucher(booking);
            dropSeats(booking.keeping);
        }
    }
}
