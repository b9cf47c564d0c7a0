package org.bearhug.booking.model;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** How bookings should be made and given up. */
final class WorldBookings extends WorldDeals implements Desk.Bookings {

    WorldBookings(World world) {
        super(world);
    }

    @Override
    public String book(int family, int option, Long amount, boolean voucher) {
        Deal deal = deal(family, World.children(family), option, amount, voucher);
        requireRoom(deal.children(), deal.sessions());
        Booked booking = booked(deal, null);
        if (voucher) {
            world.uses.add(new World.Use(booking, null));
        }
        return "ok " + booking.deal.total();
    }

    private Booked taken(Deal deal, Booked.Credit with) {
        requireRoom(deal.children(), deal.sessions());
        return confirmed(deal, with);
    }

    @Override
    public String bookWithPass(int pass, int option) {
        int family = world.passes.get(pass).family;
        taken(paidWith(pass, deal(family, World.children(family), option, null, false)), null);
        return "ok 0";
    }

    @Override
    public String makeUp(int nth, int session) {
        Booked.Credit credit = world.credits.get(nth);
        No.when(credit.used, "credit-used");
        List<Integer> sessions = sold(session + 2);
        No.when(Desk.start(session).isAfter(credit.until()), "credit-expired");
        List<String> child = List.of(credit.missed.child);
        requireOfAge(child, sessions);
        credit.used = true;
        Policy policy = policy(session + 2).withoutMakeUps();
        taken(new Deal(credit.family, session + 2, sessions, child, policy, 0, List.of(0L), false, null), credit);
        return "ok 0";
    }

    @Override
    public String look(int nth) {
        Booked booking = world.booked.get(nth);
        if (booking.places.isEmpty()) {
            return "ok 0";
        }
        requireInTime(booking);
        return "ok " + booking.comesBack(world.now, world.calledOff, place -> true);
    }

    private void requireInTime(Booked booking) {
        No.when(
                !booking.isOver() && booking.places.stream().noneMatch(place -> place.isToCome(world.now)),
                "too-late-to-cancel");
    }

    @Override
    public String cancel(int nth) {
        Booked booking = world.booked.get(nth);
        if (booking.isBeingPaid()) {
            booking.end("CANCELLED");
            giveBackVoucher(booking);
            dropSeats(booking.keeping);
            booking.underWay().ifPresent(payment -> payment.callOff(world.now));
            return "ok";
        }
        requireInTime(booking);
        if (!booking.isOver()) {
            if (booking.percent(world.now, world.calledOff) == 100) {
                giveBackVoucher(booking);
            }
            giveBackUnits(booking, booking.inFull(world.now, world.calledOff));
            booking.owed -= booking.comesBack(world.now, world.calledOff, place -> place.isToCome(world.now));
            booking.release(place -> place.isToCome(world.now));
            booking.end("CANCELLED");
            new WorldMoney(world).settle(booking);
        }
        return "ok";
    }

    private static void giveBackUnits(Booked booking, long units) {
        if (booking.deal.pass() != null) {
            booking.deal.pass().used -= (int) units;
        }
    }

    @Override
    public String move(int nth, int block) {
        Booked old = world.booked.get(nth);
        List<Booked.Place> left = old.confirmed().toList();
        No.when(old.isOver() || left.isEmpty(), "booking-cancelled");
        No.when(old.deal.option() > 1, "not-a-block-booking");
        No.when(old.deal.pass() != null, "paid-with-pass");
        No.when(!left.stream().allMatch(place -> place.isToCome(world.now)), "too-late-to-move");
        List<String> children =
                left.stream().map(place -> place.child).distinct().toList();
        boolean voucher = old.deal.voucher() && !world.house.isLeftToCarers(block);
        giveBackVoucher(old);
        Deal deal = carried(old.deal.family(), children, block, voucher);
        No.when(old.deal.option() == block, "another-course");
        old.owed -= left.stream().mapToLong(place -> place.price).sum();
        old.release(place -> place.confirmed);
        old.end("CANCELLED");
        Booked moved = taken(deal, null);
        if (voucher) {
            world.uses.add(new World.Use(moved, null));
        }
        new WorldMoney(world).moved(old, moved);
        return "ok " + deal.total();
    }

    @Override
    public String absent(int nth, int which) {
        Booked booking = world.booked.get(nth);
        No.when(booking.places.isEmpty(), "no-places");
        Booked.Place place = booking.places.get(which % booking.places.size());
        if (place.credited) {
            return "ok";
        }
        No.when(!place.confirmed, "place-released");
        No.when(world.calledOff.contains(place.session), "session-cancelled");
        No.when(!place.isToCome(world.now), "too-late-for-absence");
        Policy policy = booking.deal.policy();
        Booked.Credit credit = new Booked.Credit(booking.deal.family(), place, policy.weeks());
        long granted = world.credits.stream()
                .filter(other -> other.missed.child.equals(place.child) && other.block() == credit.block())
                .count();
        No.when(granted >= policy.makeUps(), "make-up-limit-reached");
        place.confirmed = false;
        place.credited = true;
        world.credits.add(credit);
        return "ok";
    }

    /** The instructor has called these sessions off: what was paid for them comes back, whatever the terms say. */
    void close(Booked booking, Set<Integer> sessions) {
        Set<Booked.Place> lost = booking.confirmed()
                .filter(place -> sessions.contains(place.session))
                .collect(Collectors.toSet());
        if (lost.isEmpty()) {
            return;
        }
        boolean all = lost.size() == booking.confirmed().count();
        if (all) {
            giveBackVoucher(booking);
        }
        giveBackUnits(booking, lost.size());
        booking.owed -= lost.stream().mapToLong(place -> place.price).sum();
        booking.release(lost::contains);
        if (all) {
            booking.end("CANCELLED");
        }
        new WorldMoney(world).settle(booking);
    }

    /** Nobody has paid: what is to come is given back, and forgiven. */
    void lapse(Booked booking) {
        List<Booked.Place> lost =
                booking.confirmed().filter(place -> place.isToCome(world.now)).toList();
        if (lost.size() == booking.confirmed().count()) {
            giveBackVoucher(booking);
        }
        booking.owed -= lost.stream().mapToLong(place -> place.price).sum();
        booking.release(lost::contains);
        if (!lost.isEmpty()) {
            booking.freeCredit();
        }
        booking.state = "EXPIRED";
        new WorldMoney(world).settle(booking);
    }
}
