package org.bearhug.booking.model;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A booking, and its places in the order of their dates. */
@SuppressWarnings("serial") // see World
final class Booked extends Bought {

    private static final long serialVersionUID = 1L;

    static final class Place implements Serializable {
        private static final long serialVersionUID = 1L;

        final int session;
        final String child;
        final long price;
        boolean confirmed = true;
        boolean credited;
        String mark = "-";

        Place(int session, String child, long price) {
            this.session = session;
            this.child = child;
            this.price = price;
        }

        boolean isToCome(Instant now) {
            return now.isBefore(Desk.start(session));
        }

        @Override
        public String toString() {
            return (confirmed ? "confirmed " : "released ") + mark;
        }
    }

    final Deal deal;
    final Credit with;
    final List<Place> places = new ArrayList<>();
    String state = "PENDING_PAYMENT";

    /** What is held while it is being paid, and until it is forgotten. */
    Keeping keeping;

    Booked movedFrom;

    Booked(Deal deal, Credit with) {
        this.deal = deal;
        this.with = with;
    }

    /** It has its places, which cost what was agreed on. */
    void confirm() {
        state = "CONFIRMED";
        keeping = null;
        owed += deal.total();
        for (int session = 0; session < deal.sessions().size(); session++) {
            for (int child = 0; child < deal.children().size(); child++) {
                places.add(new Place(
                        deal.sessions().get(session),
                        deal.children().get(child),
                        deal.shares().get(child * deal.sessions().size() + session)));
            }
        }
    }

    /** Earned by an absence; used by one booking at a time. */
    static final class Credit implements Serializable {
        private static final long serialVersionUID = 1L;

        final int family;
        final Place missed;
        final int weeks;
        boolean used;

        Credit(int family, Place missed, int weeks) {
            this.family = family;
            this.missed = missed;
            this.weeks = weeks;
        }

        int block() {
            return missed.session / 2;
        }

        Instant until() {
            return Desk.start(missed.session).plus(Duration.ofDays(7L * weeks));
        }
    }

    @Override
    boolean isInPlaceOf(Bought other) {
        return this == other || movedFrom != null && movedFrom.isInPlaceOf(other);
    }

    @Override
    int moves() {
        return movedFrom == null ? 0 : 1 + movedFrom.moves();
    }

    boolean isBeingPaid() {
        return state.equals("PENDING_PAYMENT");
    }

    boolean isOver() {
        return state.equals("CANCELLED") || state.equals("EXPIRED");
    }

    Stream<Place> confirmed() {
        return places.stream().filter(place -> place.confirmed);
    }

    /** By the terms it was made on. The desk is in winter time. */
    int percent(Instant now, Set<Integer> calledOff) {
        Place first = places.stream()
                .min(Comparator.comparing((Place place) -> calledOff.contains(place.session))
                        .thenComparing(place -> Desk.start(place.session)))
                .orElseThrow();
        Instant start = Desk.start(first.session);
        Policy policy = deal.policy();
        return calledOff.contains(first.session) || !now.isAfter(start.minus(Duration.ofDays(policy.full())))
                ? 100
                : !now.isAfter(start.minus(Duration.ofDays(policy.part()))) ? policy.percent() : 0;
    }

    /** Of these of its confirmed places, if it were cancelled now. */
    long comesBack(Instant now, Set<Integer> calledOff, Predicate<Place> which) {
        int percent = percent(now, calledOff);
        long hundredths = confirmed()
                .filter(which)
                .mapToLong(place -> place.price * (calledOff.contains(place.session) ? 100 : percent))
                .sum();
        return (hundredths + 50) / 100;
    }

    /** For how many of its places to come everything comes back, if it were cancelled now. */
    long inFull(Instant now, Set<Integer> calledOff) {
        int percent = percent(now, calledOff);
        return confirmed()
                .filter(place -> place.isToCome(now) && (percent == 100 || calledOff.contains(place.session)))
                .count();
    }

    void release(Predicate<Place> which) {
        places.stream().filter(which).forEach(place -> place.confirmed = false);
    }

    /** It is over; whatever it was made with can be used again. */
    void end(String how) {
        state = how;
        freeCredit();
    }

    void freeCredit() {
        if (with != null) {
            with.used = false;
        }
    }

    String state(long wantedBack) {
        return state + " " + money(wantedBack);
    }
}
