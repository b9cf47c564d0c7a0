package org.bearhug.booking.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** What should come of what is paid at Stripe, whoever tells of it. */
final class WorldStripe extends WorldDeals implements Desk.Stripe {

    private static final Duration PAGE_OF_A_REST = Duration.ofHours(12);

    WorldStripe(World world) {
        super(world);
    }

    @Override
    public String pay(int nth) {
        Payment payment = world.booked.get(nth).latest().orElse(null);
        No.when(payment == null || !payment.isOnline(), "no-page");
        boolean open = payment.page == Payment.Page.OPEN;
        if (open) {
            payment.page = Payment.Page.PAID;
            world.untold.add(payment);
        }
        return "ok " + open;
    }

    @Override
    public String comeBack(int nth) {
        Payment payment = world.booked.get(nth).latestOnline().orElse(null);
        No.when(payment == null, "no-page");
        if (payment.isUnderWay()) {
            look(payment);
        }
        return "ok";
    }

    @Override
    public String checkout(int nth) {
        Booked booking = world.booked.get(nth);
        Optional<Payment> underWay = booking.underWay();
        if (underWay.filter(Payment::isOnline).isPresent()) {
            look(underWay.get());
            return "ok";
        }
        No.when(booking.owed <= 0, "nothing-to-pay");
        underWay.ifPresent(due -> due.callOff(world.now));
        Payment rest = Payment.online(booking, booking.owed, false, world.now.plus(PAGE_OF_A_REST), world.now);
        world.add(rest);
        if (rest.amount < House.LEAST_OF_STRIPE) {
            rest.page = Payment.Page.EXPIRED;
            rest.state = "FAILED";
            new WorldMoney(world).resume(booking);
            return "payment-failed";
        }
        return "ok";
    }

    private void look(Payment payment) {
        if (payment.page == Payment.Page.OPEN && !world.now.isBefore(payment.until)) {
            expire(world, payment);
        }
        follow(payment);
    }

    /** Its page is over. */
    static void expire(World world, Payment payment) {
        payment.page = Payment.Page.EXPIRED;
        world.untold.add(payment);
    }

    private void follow(Payment payment) {
        if (payment.page == Payment.Page.PAID && !payment.state.equals("PAID")) {
            payment.state = "PAID";
            payment.booking.owed -= payment.amount;
            if (payment.keepsSeats) {
                confirm(payment.booking);
            }
            new WorldMoney(world).settle(payment.booking);
        } else if (payment.page == Payment.Page.EXPIRED && payment.isUnderWay()) {
            payment.state = "EXPIRED";
            if (payment.keepsSeats) {
                expire(payment.booking);
            } else {
                new WorldMoney(world).resume(payment.booking);
            }
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

    @Override
    public String tell() {
        return Deed.all(telling(), world);
    }

    /** One message after the other is worked on. */
    static List<Function<World, List<Deed>>> telling() {
        return List.of(before -> deeds(before.payments, before.untold::contains, "told of ", nth -> world -> {
            Payment payment = world.payments.get(nth);
            world.untold.remove(payment);
            new WorldStripe(world).follow(payment);
            return "ok";
        }));
    }

    @Override
    public String lose() {
        world.untold.clear();
        return "ok";
    }

    @Override
    public String sweep() {
        return Deed.all(sweeping(), world);
    }

    /** What nobody told of is looked at; then what is wanted back goes back. */
    static List<Function<World, List<Deed>>> sweeping() {
        return List.of(
                before -> deeds(before.payments, payment -> isForgotten(before, payment), "look at ", nth -> world -> {
                    Payment payment = world.payments.get(nth);
                    if (isForgotten(world, payment)) {
                        payment.asked = world.now;
                        new WorldStripe(world).look(payment);
                    }
                    return "ok";
                }),
                before -> deeds(
                        before.refunds,
                        Refund::isWanted,
                        "give back ",
                        nth -> world -> new WorldMoney(world).giveBack(world.refunds.get(nth))));
    }

    private static boolean isForgotten(World world, Payment payment) {
        return payment.isOnline() && payment.isUnderWay() && payment.asked.isBefore(world.now);
    }

    private static <T> List<Deed> deeds(
            List<T> all, Predicate<T> which, String name, IntFunction<Function<World, String>> deed) {
        return IntStream.range(0, all.size())
                .filter(nth -> which.test(all.get(nth)))
                .mapToObj(nth -> new Deed(name + nth, deed.apply(nth)))
                .toList();
    }

    @Override
    public String refund(int nth, long amount) {
        Payment payment = paid(nth);
        No.when(payment.dispute != null || amount > payment.amount - payment.givenBack, "not-now");
        new WorldMoney(world).givenBack(payment, amount);
        return "ok";
    }

    private Payment paid(int nth) {
        return world.booked
                .get(nth)
                .latestOnline()
                .filter(Payment::isPaidOnline)
                .orElseThrow(() -> new No("not-paid"));
    }

    @Override
    public String dispute(int nth) {
        Payment payment = paid(nth);
        No.when(payment.dispute != null || payment.givenBack == payment.amount, "not-now");
        payment.dispute = "needs_response";
        return "ok";
    }

    @Override
    public String endDispute(int nth, boolean won) {
        Payment payment = paid(nth);
        No.when(!payment.isDisputed(), "not-now");
        payment.dispute = won ? "won" : "lost";
        if (!won) {
            new WorldMoney(world).lost(payment);
        }
        return "ok";
    }

    static Instant until(Instant now, Instant firstStart) {
        return earlier(now.plus(Duration.ofMinutes(31)), firstStart);
    }
}
