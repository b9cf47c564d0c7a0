package org.bearhug.booking.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.bearhug.booking.money.PriceLine;

/** What a desk should do with holds, bookings and credits. */
abstract class ModelBookings extends ModelSeats {

    private static final Duration QUARTER = Duration.ofMinutes(15);

    @Override
    public String hold(int family, int option) {
        String verdict = verdict(children(family), option);
        if (verdict.equals("ok")) {
            Instant until = now.plus(QUARTER);
            Instant start = firstStart(option);
            Instant end = until.isBefore(start) ? until : start;
            holds.add(keep(new Keeping(family, option, sessions(option), false, end)));
        }
        return verdict;
    }

    @Override
    public String extend(int nth) {
        Keeping hold = holds.get(nth);
        if (hold.gone) {
            return "not-found";
        }
        if (!now.isBefore(hold.until)) {
            return "hold-expired";
        }
        if (hold.extended) {
            return "hold-extended";
        }
        if (!isWhole(hold)) {
            return "hold-expired";
        }
        Instant start = Desk.start(hold.sessions.get(0));
        hold.until = hold.until.plus(QUARTER).isBefore(start) ? hold.until.plus(QUARTER) : start;
        hold.extended = true;
        return "ok";
    }

    @Override
    public String letGo(int nth) {
        Keeping hold = holds.get(nth);
        if (hold.gone) {
            return "not-found";
        }
        end(hold);
        return "ok";
    }

    @Override
    public String bookHeld(int nth) {
        Keeping hold = holds.get(nth);
        if (hold.gone) {
            return "not-found";
        }
        if (!now.isBefore(hold.until)) {
            return "hold-expired";
        }
        if (hold.sessions.stream().anyMatch(cancelled::contains)) {
            return "sales-closed";
        }
        if (!isWhole(hold)) {
            return "hold-expired";
        }
        end(hold);
        confirm(hold.family, hold.option, hold.sessions, null, children(hold.family), null);
        return "ok";
    }

    @Override
    public String book(int family, int option) {
        String verdict = verdict(children(family), option);
        if (verdict.equals("ok")) {
            confirm(family, option, sessions(option), null, children(family), null);
        }
        return verdict;
    }

    @Override
    public String bookWithVoucher(int family, int option) {
        if (isSoldAfter(now, option) && vouchers >= VOUCHERS) {
            return "voucher-used-up";
        }
        String verdict = verdict(children(family), option);
        if (verdict.equals("ok")) {
            confirm(family, option, sessions(option), null, children(family), PriceLine.Code.VOUCHER);
            vouchers++;
        }
        return verdict;
    }

    @Override
    public String bookWithPass(int family, int session) {
        int units = Desk.children(family);
        if (isSoldAfter(now, session + 2) && passes[family] + units > UNITS) {
            return "pass-used-up";
        }
        String verdict = verdict(children(family), session + 2);
        if (verdict.equals("ok")) {
            confirm(family, session + 2, List.of(session), null, children(family), PriceLine.Code.PASS);
            passes[family] += units;
        }
        return verdict;
    }

    @Override
    public String paid(int nth, long amount) {
        if (amount > bookings.get(nth).owed) {
            return "more-than-owed";
        }
        bookings.get(nth).owed -= amount;
        return "ok";
    }

    @Override
    public String paidBack(int nth, long amount) {
        if (amount > -bookings.get(nth).owed) {
            return "nothing-to-pay-back";
        }
        bookings.get(nth).owed += amount;
        return "ok";
    }

    @Override
    public String resize(int session, int number) {
        if (number < seats[session]
                && number < taken(session).size() + alive(session).count()) {
            return "capacity-below-taken";
        }
        seats[session] = number;
        return "ok";
    }

    @Override
    public String cancel(int nth) {
        Booked booking = bookings.get(nth);
        if (booking.cancelled) {
            return "ok";
        }
        if (booking.places.stream().noneMatch(place -> isToCome(place.session))) {
            return "too-late-to-cancel";
        }
        List<Place> confirmed =
                booking.places.stream().filter(place -> place.confirmed).toList();
        int percent = percent(booking);
        booking.owed -= (confirmed.stream().mapToLong(place -> place.price).sum() * percent + 50) / 100;
        if (percent == 100) {
            giveBack(booking, confirmed.size(), true);
        }
        giveUp(booking, place -> isToCome(place.session));
        return "ok";
    }

    /** By the usual terms: all until a week before, half of it until two days before. The desk is in winter time. */
    private int percent(Booked booking) {
        Instant first = booking.places.stream()
                .min(Comparator.comparing((Place place) -> cancelled.contains(place.session))
                        .thenComparing(place -> Desk.start(place.session)))
                .map(place -> Desk.start(place.session))
                .orElseThrow();
        return !now.isAfter(first.minus(Duration.ofDays(7)))
                ? 100
                : !now.isAfter(first.minus(Duration.ofDays(2))) ? 50 : 0;
    }

    void giveBack(Booked booking, int units, boolean whole) {
        if (booking.paidWith == PriceLine.Code.PASS) {
            passes[booking.family] -= units;
        }
        if (booking.paidWith == PriceLine.Code.VOUCHER && whole) {
            vouchers--;
        }
    }

    void giveUp(Booked booking, Predicate<Place> which) {
        booking.places.stream().filter(which).forEach(place -> place.confirmed = false);
        booking.cancelled = true;
        if (booking.with != null) {
            booking.with.used = false;
        }
    }

    @Override
    public String move(int nth, int block) {
        Booked booking = bookings.get(nth);
        List<Place> left =
                booking.places.stream().filter(place -> place.confirmed).toList();
        if (booking.cancelled || left.isEmpty()) {
            return "booking-cancelled";
        }
        if (booking.option > 1) {
            return "not-a-block-booking";
        }
        if (!left.stream().allMatch(place -> isToCome(place.session))) {
            return "too-late-to-move";
        }
        if (!isSoldAfter(now, block)) {
            return "sales-closed";
        }
        if (booking.option == block) {
            return "another-course";
        }
        List<String> children =
                left.stream().map(place -> place.child).distinct().toList();
        String verdict = verdict(children, block);
        if (verdict.equals("ok")) {
            booking.owed -= left.stream().mapToLong(place -> place.price).sum();
            giveUp(booking, place -> true);
            Booked moved = confirm(booking.family, block, sessions(block), null, children, booking.paidWith);
            long leftOver = Math.min(0, booking.owed);
            booking.owed -= leftOver;
            moved.owed += leftOver;
        }
        return verdict;
    }

    @Override
    public String absent(int nth, int which) {
        Booked booking = bookings.get(nth);
        Place place = booking.places.get(which % booking.places.size());
        int block = place.session / 2;
        if (place.credited) {
            return "ok";
        }
        if (!place.confirmed) {
            return "place-released";
        }
        if (!isToCome(place.session)) {
            return "too-late-for-absence";
        }
        long granted = credits.stream()
                .filter(credit -> credit.child.equals(place.child) && credit.block == block)
                .count();
        if (booking.with != null || granted >= MAKE_UPS) {
            return "make-up-limit-reached";
        }
        place.confirmed = false;
        place.credited = true;
        credits.add(new Credit(booking.family, place.child, block));
        return "ok";
    }

    @Override
    public String makeUp(int nth, int session) {
        Credit credit = credits.get(nth);
        if (credit.used) {
            return "credit-used";
        }
        String verdict = verdict(List.of(credit.child), session + 2);
        if (verdict.equals("ok")) {
            credit.used = true;
            confirm(credit.family, session + 2, List.of(session), credit, List.of(credit.child), null);
        }
        return verdict;
    }
}
