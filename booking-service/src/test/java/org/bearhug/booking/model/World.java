package org.bearhug.booking.model;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The desk as it should be, in the plainest words: lists, in memory. A step that is refused leaves a world as it was. */
@SuppressWarnings("serial") // its lists, sets and maps are all of a kind that can be copied
final class World implements Desk, Serializable {

    private static final long serialVersionUID = 1L;

    /** A use of the voucher, by a hold until its time is over, or by a booking. */
    record Use(Serializable owner, Instant until) implements Serializable {
        boolean counts(Instant now) {
            return until == null || now.isBefore(until);
        }
    }

    /** An answer, and the world after it. */
    record Outcome(String answer, World world) {}

    final House house;
    final List<Keeping.Seat> kept = new ArrayList<>();
    final List<Keeping> holds = new ArrayList<>();
    final List<Booked> booked = new ArrayList<>();
    final List<Booked.Credit> credits = new ArrayList<>();
    final List<Payment> payments = new ArrayList<>();
    final List<Refund> refunds = new ArrayList<>();
    final Set<Payment> untold = new LinkedHashSet<>();
    final List<Entry> entries = new ArrayList<>();
    final List<Use> uses = new ArrayList<>();
    final Set<Integer> calledOff = new HashSet<>();
    final Map<String, LocalDate> born = new HashMap<>();
    final int[] seats = IntStream.generate(() -> SEATS).limit(SESSIONS).toArray();
    final List<Pass> passes = new ArrayList<>(IntStream.range(0, FAMILIES)
            .mapToObj(family -> new Pass(family, Pass.Offer.FREE, OPENS))
            .toList());
    final Map<Integer, Integer> agreed = new HashMap<>();
    final Policy[] policies = {Policy.FIRST, Policy.FIRST};
    Instant now = OPENS;

    World(House house) {
        this.house = house;
    }

    /** What comes of this step; this world stays as it is. */
    Outcome after(Step step) {
        return after(new Deed("step", step::at));
    }

    /** What comes of this; this world stays as it is. */
    Outcome after(Deed deed) {
        World next = copy();
        try {
            return new Outcome(deed.does().apply(next), next);
        } catch (No no) {
            return new Outcome(no.getMessage(), this);
        }
    }

    /** This one, after the jobs have given back what is left of sessions that are called off. */
    World closed() {
        World next = copy();
        Deed.all(WorldTeaching.callingOff(List.of()), next);
        return next;
    }

    /** This one, after whoever is next was offered what is free. */
    World matched() {
        World next = copy();
        new WorldLine(next).match();
        return next;
    }

    /** This one, with the things made by two steps named in the other order. */
    World turned(World before) {
        World next = copy();
        turn(next.holds, before.holds.size());
        turn(next.booked, before.booked.size());
        turn(next.credits, before.credits.size());
        turn(next.passes, before.passes.size());
        return next;
    }

    private static void turn(List<?> made, int before) {
        if (made.size() == before + 2) {
            Collections.swap(made, before, before + 1);
        }
    }

    private World copy() {
        return Copies.of(this);
    }

    /** The same for worlds that are the same in everything. */
    ByteBuffer print() {
        return ByteBuffer.wrap(Copies.bytes(this));
    }

    @Override
    public Holds holds() {
        return new WorldHolds(this);
    }

    @Override
    public Bookings bookings() {
        return new WorldBookings(this);
    }

    @Override
    public Line line() {
        return new WorldLine(this);
    }

    @Override
    public Passes passes() {
        return new WorldPasses(this);
    }

    @Override
    public Till till() {
        return new WorldTill(this);
    }

    @Override
    public Stripe stripe() {
        return new WorldStripe(this);
    }

    @Override
    public Teaching teaching() {
        return new WorldTeaching(this);
    }

    @Override
    public String later(Duration time) {
        ahead(time);
        payments.stream()
                .filter(payment -> payment.page == Payment.Page.OPEN && !now.isBefore(payment.ends))
                .forEach(new WorldPages(this)::close);
        return "ok";
    }

    /** The clock of one instance shows that. */
    void ahead(Duration time) {
        now = now.plus(time);
        agreed.clear();
    }

    void add(Payment payment) {
        payments.add(payment);
        payment.bought.payments.add(payment);
    }

    /** Nothing has what has expired. */
    void giveBack() {
        kept.removeIf(seat -> !now.isBefore(seat.owner().until));
    }

    @Override
    public String tidy() {
        holds.stream()
                .filter(hold -> hold.until.isBefore(now.minus(Duration.ofDays(1))))
                .forEach(hold -> hold.gone = true);
        booked.stream()
                .filter(booking ->
                        booking.keeping != null && booking.keeping.until.isBefore(now.minus(Duration.ofDays(60))))
                .forEach(booking -> booking.keeping = null);
        return "ok";
    }

    /** This booking, or this pass. */
    Bought bought(Made what, int nth) {
        return what == Made.PASS ? passes.get(nth) : booked.get(nth);
    }

    @Override
    public int made(Made what) {
        return switch (what) {
            case HOLD -> holds.size();
            case BOOKING -> booked.size();
            case CREDIT -> credits.size();
            case ENTRY -> entries.size();
            case PASS -> passes.size();
        };
    }

    State state() {
        return new State(
                IntStream.range(0, SESSIONS).mapToObj(this::seats).toList(),
                booked.stream()
                        .map(booking -> booking.state(new WorldMoney(this).wanted(booking)))
                        .toList(),
                booked.stream()
                        .flatMap(booking -> booking.places.stream().map(Booked.Place::toString))
                        .toList(),
                entries.stream().map(entry -> entry.state).toList(),
                passes.stream()
                        .map(pass -> pass.state(new WorldMoney(this).wanted(pass)))
                        .toList(),
                (int) uses.stream().filter(use -> use.counts(now)).count());
    }

    private String seats(int session) {
        Map<Boolean, Long> byOffer = new HashMap<>();
        alive(session).forEach(seat -> byOffer.merge(seat.owner().offer, 1L, Long::sum));
        return "held %d offered %d taken %d of %d"
                .formatted(
                        byOffer.getOrDefault(false, 0L),
                        byOffer.getOrDefault(true, 0L),
                        taken(session).size(),
                        seats[session]);
    }

    List<String> taken(int session) {
        return booked.stream()
                .flatMap(Booked::confirmed)
                .filter(place -> place.session == session)
                .map(place -> place.child)
                .toList();
    }

    Stream<Keeping.Seat> alive(int session) {
        return kept.stream().filter(seat -> seat.session() == session && now.isBefore(seat.owner().until));
    }

    long free(int session) {
        int sold = Math.min(seats[session], agreed.getOrDefault(session, seats[session]));
        return sold - taken(session).size() - alive(session).count();
    }

    static List<String> children(int family) {
        return IntStream.range(0, Desk.children(family))
                .mapToObj(nth -> family + "" + (char) ('a' + nth))
                .toList();
    }
}
