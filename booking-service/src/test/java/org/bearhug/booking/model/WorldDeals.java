package org.bearhug.booking.model;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Predicate;
import org.bearhug.booking.money.Price;
import org.bearhug.kit.Refusal;

/** What is for sale in a world, to whom and for how much; and seats on their way from one hand to the other. */
class WorldDeals {

    final World world;

    WorldDeals(World world) {
        this.world = world;
    }

    /** Those of an option that are sold now: all that take place, or where it is pro rata the rest of them. */
    List<Integer> sold(int option) {
        List<Integer> sessions = scheduled(option);
        if (world.house.isProRata(option)) {
            sessions = sessions.stream().filter(this::isToCome).toList();
        }
        No.when(sessions.isEmpty() || !isToCome(sessions.get(0)), "sales-closed");
        return sessions;
    }

    private List<Integer> scheduled(int option) {
        return House.sessions(option).stream()
                .filter(session -> !world.calledOff.contains(session))
                .toList();
    }

    boolean isCalledOff(Deal deal) {
        return deal.sessions().stream().anyMatch(world.calledOff::contains);
    }

    boolean isToCome(int session) {
        return world.now.isBefore(Desk.start(session));
    }

    /** What would be agreed on. */
    Deal deal(int family, List<String> children, int option, Long amount, boolean voucher) {
        return deal(family, children, option, amount, voucher, () -> {
            if (voucher) {
                claimVoucher(family, option);
            }
        });
    }

    /** As the other, with a voucher that is had already. */
    Deal carried(int family, List<String> children, int option, boolean voucher) {
        return deal(family, children, option, null, voucher, () -> {});
    }

    private Deal deal(
            int family, List<String> children, int option, Long amount, boolean voucher, Runnable claimVoucher) {
        List<Integer> sessions = sold(option);
        requireOfAge(children, sessions);
        claimVoucher.run();
        try {
            Price price = world.house.price(
                    option, world.now, sessions.size(), scheduled(option).size(), children.size(), amount, voucher);
            return new Deal(
                    family,
                    option,
                    sessions,
                    children,
                    policy(option),
                    price.total().amount(),
                    price.shares(),
                    voucher,
                    null);
        } catch (Refusal refusal) {
            throw new No(refusal.code());
        }
    }

    /** A session on its own is sold on the terms of its block. */
    Policy policy(int option) {
        return world.policies[House.sessions(option).get(0) / 2];
    }

    /** The same, paid with this pass: a unit for each seat. */
    Deal paidWith(int nth, Deal deal) {
        No.when(deal.voucher(), "pass-not-for-this");
        Pass pass = world.passes.get(nth);
        No.when(pass.family != deal.family(), "not-found");
        List<Integer> sessions = deal.sessions();
        pass.use(deal.seats(), Desk.start(sessions.get(sessions.size() - 1)));
        return deal.paidWith(pass);
    }

    void requireOfAge(List<String> children, List<Integer> sessions) {
        children.forEach(child -> sessions.forEach(session -> {
            No.when(age(child, session) < Desk.AGE_FROM_WEEKS, "child-too-young");
            No.when(age(child, session) > Desk.AGE_TO_WEEKS, "child-too-old");
        }));
    }

    long age(String child, int session) {
        return ChronoUnit.WEEKS.between(
                world.born.getOrDefault(child, Desk.Born.OF_AGE.day),
                Desk.start(session).atZone(ZoneOffset.UTC).toLocalDate());
    }

    /** The use of a hold that this family is about to replace does not count. */
    void claimVoucher(int family, int option) {
        world.uses.removeIf(use -> !use.counts(world.now)
                || use.owner() instanceof Keeping hold && hold.deal.family() == family && hold.deal.option() == option);
        No.when(world.uses.size() >= Desk.VOUCHERS, "voucher-used-up");
    }

    /** Whether these children can have a seat each in these sessions, as newcomers. */
    void requireRoom(List<String> children, List<Integer> sessions) {
        requireRoom(children, sessions, null);
    }

    /** The same, for a booking that may have seats held. */
    void requireRoom(List<String> children, List<Integer> sessions, Booked booking) {
        No.when(
                isOccupied(children, sessions, seat -> seat.offer || seat.booking != null && seat.booking != booking),
                "already-booked");
        No.when(!sessions.stream().allMatch(session -> fits(children, session)), "session-full");
    }

    /** Whether one of them has a seat there, or one is kept for it that counts. */
    boolean isOccupied(List<String> children, List<Integer> sessions, Predicate<Keeping> counts) {
        return sessions.stream()
                .anyMatch(session -> world.taken(session).stream().anyMatch(children::contains)
                        || world.alive(session)
                                .anyMatch(seat -> children.contains(seat.child()) && counts.test(seat.owner())));
    }

    private boolean fits(List<String> children, int session) {
        long own = world.alive(session)
                .filter(seat -> children.contains(seat.child()))
                .count();
        long waiting = world.entries.stream()
                .mapToLong(entry -> entry.before(session, children))
                .sum();
        return own == children.size() || world.free(session) + own - waiting >= children.size();
    }

    Keeping keep(Deal deal, boolean offer, Instant until) {
        Keeping keeping = new Keeping(deal, offer, until);
        dropHeld(deal);
        deal.sessions().forEach(session -> deal.children()
                .forEach(child -> world.kept.add(new Keeping.Seat(session, child, keeping))));
        return keeping;
    }

    void dropHeld(Deal deal) {
        world.kept.removeIf(seat -> !seat.owner().offer
                && seat.owner().booking == null
                && deal.children().contains(seat.child())
                && deal.sessions().contains(seat.session()));
    }

    /** Books it; where one pays at Stripe before, its seats, or those that are kept already, are held meanwhile. */
    Booked booked(Deal deal, Keeping kept) {
        if (!world.house.online() || deal.total() == 0) {
            if (kept != null) {
                dropSeats(kept);
            }
            return confirmed(deal, null);
        }
        Instant until = WorldStripe.until(world.now, Desk.start(deal.sessions().get(0)));
        Booked booking = new Booked(deal, null);
        booking.keeping = kept == null ? keep(deal, false, until) : kept;
        booking.keeping.booking = booking;
        booking.keeping.offer = false;
        booking.keeping.until = until.plus(House.LEEWAY);
        world.booked.add(booking);
        world.add(Payment.online(booking, deal.total(), true, until, world.now));
        return booking;
    }

    /** It has its seats now, and is paid by hand. */
    Booked confirmed(Deal deal, Booked.Credit with) {
        dropHeld(deal);
        Booked booking = new Booked(deal, with);
        booking.confirm();
        world.booked.add(booking);
        if (deal.total() > 0) {
            world.add(Payment.due(booking, deal.total(), world.now.plus(Duration.ofDays(House.DUE_DAYS))));
        }
        return booking;
    }

    boolean isWhole(Keeping keeping) {
        return world.kept.stream().filter(seat -> seat.owner() == keeping).count() == keeping.deal.seats();
    }

    void dropSeats(Keeping keeping) {
        world.kept.removeIf(seat -> seat.owner() == keeping);
    }

    /** The use of the voucher is another's now. */
    void passOn(Keeping from, Booked to) {
        if (world.uses.removeIf(use -> use.owner() == from)) {
            world.uses.add(new World.Use(to, null));
        }
    }

    void giveBackVoucher(Object owner) {
        world.uses.removeIf(use -> use.owner() == owner);
    }

    static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
