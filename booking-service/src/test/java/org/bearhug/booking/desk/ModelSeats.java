package org.bearhug.booking.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Who has which seat, in the plainest words: lists, in memory. */
abstract class ModelSeats implements Desk {

    /** A seat that is held or offered, until its owner's time is over. */
    record Kept(int session, String child, Keeping owner) {}

    static final class Keeping {
        final int family;
        final int option;
        final boolean offer;
        Instant until;
        boolean extended;
        boolean gone;

        Keeping(int family, int option, boolean offer, Instant until) {
            this.family = family;
            this.option = option;
            this.offer = offer;
            this.until = until;
        }
    }

    static final class Place {
        final int session;
        final String child;
        boolean confirmed = true;
        boolean credited;

        Place(int session, String child) {
            this.session = session;
            this.child = child;
        }
    }

    static final class Booked {
        final int family;
        final int option;
        final Credit with;
        final List<Place> places;
        boolean cancelled;

        Booked(int family, int option, Credit with, List<Place> places) {
            this.family = family;
            this.option = option;
            this.with = with;
            this.places = places;
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
    Instant now = OPENS;

    Keeping keep(Keeping keeping) {
        dropHeld(children(keeping.family), Desk.sessions(keeping.option));
        Desk.sessions(keeping.option).forEach(session -> children(keeping.family)
                .forEach(child -> kept.add(new Kept(session, child, keeping))));
        return keeping;
    }

    void dropHeld(List<String> children, List<Integer> sessions) {
        kept.removeIf(seat -> !seat.owner.offer && children.contains(seat.child) && sessions.contains(seat.session));
    }

    /** Whether these children could have a seat each there, as newcomers. */
    String verdict(List<String> children, int option) {
        if (!now.isBefore(Desk.firstStart(option))) {
            return "sales-closed";
        }
        List<Integer> sessions = Desk.sessions(option);
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
        return SEATS - taken(session).size() - alive(session).count();
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
                        .filter(option -> Desk.sessions(option).contains(session) && isOpen(entry, option))
                        .flatMap(option -> children(entry.family).stream()))
                .filter(child -> !exceptBy.contains(child))
                .count();
    }

    boolean isOpen(Entry entry, int option) {
        List<String> children = children(entry.family);
        return now.isBefore(Desk.firstStart(option).minus(JOINING_TIME))
                && Desk.sessions(option).stream()
                        .noneMatch(session -> taken(session).stream().anyMatch(children::contains)
                                || alive(session).anyMatch(seat -> children.contains(seat.child)));
    }

    boolean isWhole(Keeping hold) {
        return kept.stream().filter(seat -> seat.owner == hold).count()
                == (long) Desk.sessions(hold.option).size() * Desk.children(hold.family);
    }

    void end(Keeping hold) {
        hold.gone = true;
        kept.removeIf(seat -> seat.owner == hold);
    }

    void confirm(int family, int option, Credit with, List<String> children) {
        dropHeld(children, Desk.sessions(option));
        bookings.add(new Booked(
                family,
                option,
                with,
                Desk.sessions(option).stream()
                        .flatMap(session -> children.stream().map(child -> new Place(session, child)))
                        .toList()));
    }

    boolean isToCome(int session) {
        return now.isBefore(Desk.start(session));
    }

    static List<String> children(int family) {
        return Arrays.asList(family + "a", family + "b").subList(0, Desk.children(family));
    }
}
