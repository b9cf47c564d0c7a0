package org.bearhug.booking.model;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Who should wait, and to whom what is free should be offered. */
final class WorldLine extends WorldDeals implements Desk.Line {

    private static final Duration OFFER_LASTS = Duration.ofHours(12);
    private static final Duration GRAIN = Duration.ofMinutes(5);
    private static final LocalTime QUIET_FROM = LocalTime.of(21, 0);
    private static final LocalTime QUIET_TO = LocalTime.of(7, 0);

    WorldLine(World world) {
        super(world);
    }

    @Override
    public String join(int family, List<Integer> options) {
        Entry entry = new Entry(family, options, World.children(family));
        options.forEach(option -> entry.waitFor(option, sold(option)));
        entry.children.forEach(child ->
                entry.sessions().forEach(session -> No.when(age(child, session) > Desk.AGE_TO_WEEKS, "child-too-old")));
        No.when(waitsAlready(entry), "already-waiting");
        world.entries.add(entry);
        return "ok";
    }

    private boolean waitsAlready(Entry entry) {
        return world.entries.stream()
                .anyMatch(other -> other != entry && other.family == entry.family && other.waitsWith(entry));
    }

    @Override
    public String look(int nth) {
        Entry entry = world.entries.get(nth);
        long before = world.entries.stream().limit(nth).filter(entry::waitsWith).count();
        return "ok " + entry.state + (entry.isWaiting() ? " " + (before + 1) : "");
    }

    @Override
    public String accept(int nth) {
        return accept(offered(nth), entry -> entry.offer.deal);
    }

    @Override
    public String acceptWithVoucher(int nth) {
        return accept(offered(nth), entry -> reduced(entry.offer.deal));
    }

    @Override
    public String acceptWithPass(int nth, int pass) {
        return accept(offered(nth), entry -> paidWith(pass, entry.offer.deal));
    }

    private String accept(Entry entry, Function<Entry, Deal> paid) {
        No.when(isCalledOff(entry.offer.deal), "sales-closed");
        Deal deal = paid.apply(entry);
        No.when(!isWhole(entry.offer), "offer-expired");
        Booked booking = booked(deal, entry.offer);
        if (deal.voucher()) {
            world.uses.add(new World.Use(booking, null));
        }
        entry.stop("ACCEPTED");
        return "ok " + deal.total();
    }

    /** What a voucher takes off is reckoned from what was offered, not from what it costs now. */
    private Deal reduced(Deal deal) {
        sold(deal.option());
        No.when(world.house.isLeftToCarers(deal.option()), "voucher-not-for-this");
        claimVoucher(deal.family(), deal.option());
        return world.house.reduced(deal);
    }

    @Override
    public String decline(int nth) {
        dropSeats(offered(nth).offer);
        world.entries.get(nth).stop("LEFT");
        return "ok";
    }

    private Entry offered(int nth) {
        Entry entry = world.entries.get(nth);
        No.when(entry.state.equals("OFFER_EXPIRED"), "offer-expired");
        No.when(!entry.isOffered(), "no-offer");
        return entry;
    }

    @Override
    public String leave(int nth) {
        Entry entry = world.entries.get(nth);
        if (entry.isOffered()) {
            dropSeats(entry.offer);
        }
        if (entry.isOffered() || entry.isWaiting()) {
            entry.stop("LEFT");
        }
        return "ok";
    }

    /** Offers that were of these go, and their families have their old places in line, for what is left of their wishes. */
    void close(Set<Keeping> concerned) {
        world.entries.stream()
                .filter(entry -> entry.isOffered() && concerned.contains(entry.offer))
                .forEach(this::waitAgain);
    }

    private void waitAgain(Entry entry) {
        entry.options.forEach(option -> ifSold(option).ifPresent(sessions -> entry.waitFor(option, sessions)));
        if (entry.wants.isEmpty() || waitsAlready(entry)) {
            entry.stop("LEFT");
        } else {
            entry.state = "WAITING";
        }
    }

    private Optional<List<Integer>> ifSold(int option) {
        try {
            return Optional.of(sold(option));
        } catch (No notForSale) {
            return Optional.empty();
        }
    }

    /** Whoever is next is offered what is free. */
    void match() {
        world.entries.stream()
                .filter(entry -> entry.isOffered() && !world.now.isBefore(entry.offer.until))
                .forEach(entry -> {
                    dropSeats(entry.offer);
                    entry.stop("OFFER_EXPIRED");
                });
        Map<Integer, Long> free = new HashMap<>();
        for (int session = 0; session < Desk.SESSIONS; session++) {
            free.put(session, world.free(session));
        }
        world.entries.stream().filter(Entry::isWaiting).forEach(entry -> {
            if (entry.sessions().anyMatch(this::canBeJoined)) {
                callUp(entry, free);
            } else {
                entry.stop("LEFT");
            }
        });
    }

    private boolean canBeJoined(int session) {
        return !world.calledOff.contains(session)
                && world.now.plus(Desk.JOINING_TIME).isBefore(Desk.start(session));
    }

    private void callUp(Entry entry, Map<Integer, Long> free) {
        Deal fitting = null;
        for (int option : entry.options) {
            Optional<Deal> possible = possible(entry, option);
            entry.open.computeIfPresent(option, (same, open) -> possible.isPresent());
            if (fitting == null) {
                fitting = possible.filter(deal -> deal.sessions().stream()
                                .allMatch(session -> free.get(session) >= entry.children.size()))
                        .orElse(null);
            }
        }
        if (fitting != null) {
            Instant latest = Desk.start(fitting.sessions().get(0)).minus(Desk.JOINING_TIME);
            entry.stop("OFFERED");
            entry.offer = keep(fitting, true, expiry(latest));
            fitting.sessions().forEach(session -> free.merge(session, -(long) entry.children.size(), Long::sum));
        }
    }

    private Optional<Deal> possible(Entry entry, int option) {
        try {
            Deal deal = deal(entry.family, entry.children, option, null, false);
            return canBeJoined(deal.sessions().get(0)) && !isOccupied(entry.children, deal.sessions(), any -> true)
                    ? Optional.of(deal)
                    : Optional.empty();
        } catch (No notNow) {
            return Optional.empty();
        }
    }

    /** Twelve waking hours, bit by bit. The desk is in winter time. */
    private Instant expiry(Instant latest) {
        Instant time = world.now;
        Duration left = OFFER_LASTS;
        while (left.compareTo(Duration.ZERO) > 0 && time.isBefore(latest)) {
            LocalTime wall = time.atZone(ZoneOffset.UTC).toLocalTime();
            if (!wall.isBefore(QUIET_TO) && wall.isBefore(QUIET_FROM)) {
                left = left.minus(GRAIN);
            }
            time = time.plus(GRAIN);
        }
        return earlier(time, latest);
    }
}
