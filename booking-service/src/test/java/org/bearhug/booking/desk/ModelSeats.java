package org.bearhug.booking.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bearhug.booking.money.Discount;
import org.bearhug.booking.money.Money;
import org.bearhug.booking.money.Price;
import org.bearhug.booking.money.PriceLine;
import org.bearhug.booking.money.Tariff;

/** Who has which seat, in the plainest words: lists, in memory. */
abstract class ModelSeats implements Desk {

    /** A seat that is held or offered, until its owner's time is over. */
    record Kept(int session, String child, Keeping owner) {}

    static final class Keeping {
        final int family;
        final int option;
        final boolean offer;
        final List<Integer> sessions;
        Instant until;
        boolean extended;
        boolean gone;

        Keeping(int family, int option, List<Integer> sessions, boolean offer, Instant until) {
            this.family = family;
            this.option = option;
            this.sessions = sessions;
            this.offer = offer;
            this.until = until;
        }
    }

    static final class Place {
        final int session;
        final String child;
        final long price;
        boolean confirmed = true;
        boolean credited;

        Place(int session, String child, long price) {
            this.session = session;
            this.child = child;
            this.price = price;
        }
    }

    static final class Booked {
        final int family;
        final int option;
        final Credit with;
        final List<Place> places;
        final PriceLine.Code paidWith;
        long owed;
        boolean cancelled;

        Booked(int family, int option, Credit with, List<Place> places, PriceLine.Code paidWith) {
            this.family = family;
            this.option = option;
            this.with = with;
            this.places = places;
            this.paidWith = paidWith;
        }
    }

    static final class Credit {
        final int family;
        final String child;
        final int block;
        boolean used;

        Credit(int family, String child, int block) {
            this.family = family;
            this.child = child;
            this.block = block;
        }
    }

    static final class Entry {
        final int family;
        final List<Integer> options;
        String state = "WAITING";
        Keeping offer;

        Entry(int family, List<Integer> options) {
            this.family = family;
            this.options = options;
        }
    }

    final List<Kept> kept = new ArrayList<>();
    final List<Keeping> holds = new ArrayList<>();
    final List<Booked> bookings = new ArrayList<>();
    final List<Credit> credits = new ArrayList<>();
    final List<Entry> line = new ArrayList<>();
    final Set<Integer> cancelled = new HashSet<>();
    final int[] seats = IntStream.generate(() -> SEATS).limit(SESSIONS).toArray();
    final int[] passes = new int[FAMILIES];
    int vouchers;
    Instant now = OPENS;

    /** Those of an option that take place. */
    List<Integer> sessions(int option) {
        return Desk.sessions(option).stream()
                .filter(session -> !cancelled.contains(session))
                .toList();
    }

    /** Whether it is sold until later than that. */
    boolean isSoldAfter(Instant time, int option) {
        return !sessions(option).isEmpty() && time.isBefore(firstStart(option));
    }

    Instant firstStart(int option) {
        return Desk.start(sessions(option).get(0));
    }

    Keeping keep(Keeping keeping) {
        dropHeld(children(keeping.family), keeping.sessions);
        keeping.sessions.forEach(
                session -> children(keeping.family).forEach(child -> kept.add(new Kept(session, child, keeping))));
        return keeping;
    }

    void dropHeld(List<String> children, List<Integer> sessions) {
        kept.removeIf(seat -> !seat.owner.offer && children.contains(seat.child) && sessions.contains(seat.session));
    }

    /** Whether these children could have a seat each there, as newcomers. */
    String verdict(List<String> children, int option) {
        if (!isSoldAfter(now, option)) {
            return "sales-closed";
        }
        List<Integer> sessions = sessions(option);
        boolean doubled = sessions.stream().anyMatch(session -> children.stream()
                .anyMatch(child -> taken(session).contains(child)
                        || alive(session).anyMatch(seat -> seat.owner.offer && seat.child.equals(child))));
        if (doubled) {
            return "already-booked";
        }
        return sessions.stream().allMatch(session -> fits(children, session)) ? "ok" : "session-full";
    }

    boolean fits(List<String> children, int session) {
        long own = alive(session).filter(seat -> children.contains(seat.child)).count();
        return own == children.size() || free(session) + own - waitedFor(session, children) >= children.size();
    }

    long free(int session) {
        return seats[session] - taken(session).size() - alive(session).count();
    }

    List<String> taken(int session) {
        return bookings.stream()
                .flatMap(booking -> booking.places.stream())
                .filter(place -> place.confirmed && place.session == session)
                .map(place -> place.child)
                .toList();
    }

    Stream<Kept> alive(int session) {
        return kept.stream().filter(seat -> seat.session == session && now.isBefore(seat.owner.until));
    }

    long waitedFor(int session, List<String> exceptBy) {
        return line.stream()
                .filter(entry -> entry.state.equals("WAITING"))
                .flatMap(entry -> entry.options.stream()
                        .filter(option -> sessions(option).contains(session) && isOpen(entry, option))
                        .flatMap(option -> children(entry.family).stream()))
                .filter(child -> !exceptBy.contains(child))
                .count();
    }

    boolean isOpen(Entry entry, int option) {
        List<String> children = children(entry.family);
        return isSoldAfter(now.plus(JOINING_TIME), option)
                && sessions(option).stream()
                        .noneMatch(session -> taken(session).stream().anyMatch(children::contains)
                                || alive(session).anyMatch(seat -> children.contains(seat.child)));
    }

    boolean isWhole(Keeping hold) {
        return kept.stream().filter(seat -> seat.owner == hold).count()
                == (long) hold.sessions.size() * Desk.children(hold.family);
    }

    void end(Keeping hold) {
        hold.gone = true;
        kept.removeIf(seat -> seat.owner == hold);
    }

    Booked confirm(
            int family,
            int option,
            List<Integer> sessions,
            Credit with,
            List<String> children,
            PriceLine.Code paidWith) {
        dropHeld(children, sessions);
        Price price = price(option, sessions.size(), children.size(), with, paidWith);
        List<Place> places = new ArrayList<>();
        for (int session = 0; session < sessions.size(); session++) {
            for (int child = 0; child < children.size(); child++) {
                long share = price.shares().get(child * sessions.size() + session);
                places.add(new Place(sessions.get(session), children.get(child), share));
            }
        }
        Booked booked = new Booked(family, option, with, places, paidWith);
        booked.owed = price.total().amount();
        bookings.add(booked);
        return booked;
    }

    private static Price price(int option, int sessions, int children, Credit with, PriceLine.Code paidWith) {
        if (with != null) {
            return Price.nothing("GBP");
        }
        Money list = new Money(option < 2 ? BLOCK_PRICE : SESSION_PRICE, "GBP");
        Discount voucher = paidWith == PriceLine.Code.VOUCHER ? new Discount("MODEL", 50, null) : null;
        Tariff tariff = new Tariff(list, null, null, SIBLING_PERCENT, sessions, sessions);
        Price price = Price.of(tariff, children, null, voucher);
        return paidWith == PriceLine.Code.PASS ? price.paidWith("Pass") : price;
    }

    boolean isToCome(int session) {
        return now.isBefore(Desk.start(session));
    }

    static List<String> children(int family) {
        return Arrays.asList(family + "a", family + "b").subList(0, Desk.children(family));
    }
}
