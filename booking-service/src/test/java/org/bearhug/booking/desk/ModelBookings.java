package org.bearhug.booking.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/** What a desk should do with holds, bookings and credits. */
abstract class ModelBookings extends ModelSeats {

    private static final Duration QUARTER = Duration.ofMinutes(15);

    @Override
    public String hold(int family, int option) {
        String verdict = verdict(children(family), option);
        if (verdict.equals("ok")) {
            Instant until = now.plus(QUARTER);
            Instant start = Desk.firstStart(option);
            holds.add(keep(new Keeping(family, option, false, until.isBefore(start) ? until : start)));
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
        Instant start = Desk.firstStart(hold.option);
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
        if (!now.isBefore(hold.until) || !isWhole(hold)) {
            return "hold-expired";
        }
        end(hold);
        confirm(hold.family, hold.option, null, children(hold.family));
        return "ok";
    }

    @Override
    public String book(int family, int option) {
        String verdict = verdict(children(family), option);
        if (verdict.equals("ok")) {
            confirm(family, option, null, children(family));
        }
        return verdict;
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
        giveUp(booking, place -> isToCome(place.session));
        return "ok";
    }

    private void giveUp(Booked booking, Predicate<Place> which) {
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
        if (!now.isBefore(Desk.firstStart(block))) {
            return "sales-closed";
        }
        if (booking.option == block) {
            return "another-course";
        }
        List<String> children =
                left.stream().map(place -> place.child).distinct().toList();
        String verdict = verdict(children, block);
        if (verdict.equals("ok")) {
            giveUp(booking, place -> true);
            confirm(booking.family, block, null, children);
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
            confirm(credit.family, session + 2, credit, List.of(credit.child));
        }
        return verdict;
    }
}
