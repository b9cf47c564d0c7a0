package org.bearhug.booking.desk;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bearhug.kit.Refusal;
import org.bearhug.testing.Race;
import org.bearhug.testing.Sql;
import org.bearhug.testing.TestClock;

/** The desk of the service itself, by its rules and with its database. */
class RealDesk implements Desk {

    private final Sql sql;
    private final RealCourse course;
    private final RealMoney money;
    private final List<UUID> holds = new ArrayList<>();
    private final List<UUID> bookings = new ArrayList<>();
    private final List<UUID> credits = new ArrayList<>();
    private final List<UUID> entries = new ArrayList<>();
    private Instant now = OPENS;

    RealDesk(Sql sql) {
        this.sql = sql;
        this.course = new RealCourse(sql);
        this.money = new RealMoney(sql, course);
        TestClock.set(now);
    }

    private RealDesk(RealDesk other) {
        this.sql = other.sql;
        this.course = other.course;
        this.money = other.money;
        this.now = other.now;
        holds.addAll(other.holds);
        bookings.addAll(other.bookings);
        credits.addAll(other.credits);
        entries.addAll(other.entries);
    }

    /** Does both at once, each with an eye only on what was there before; what they make is named in this order. */
    List<String> atOnce(Step one, Step other) {
        List<RealDesk> wings = List.of(new RealDesk(this), new RealDesk(this));
        List<String> answers = Race.of(2, nth -> () -> (nth == 0 ? one : other).at(wings.get(nth)));
        wings.forEach(wing -> {
            addNew(holds, wing.holds);
            addNew(bookings, wing.bookings);
            addNew(credits, wing.credits);
            addNew(entries, wing.entries);
        });
        entries.sort(
                Comparator.comparing(entry -> sql.<Long>one("SELECT nth FROM waitlist_entry WHERE id = ?", entry)));
        return answers;
    }

    private static void addNew(List<UUID> all, List<UUID> of) {
        of.stream().filter(id -> !all.contains(id)).forEach(all::add);
    }

    private static <T> T bean(Class<T> type) {
        return Arc.container().instance(type).get();
    }

    private static String answer(Runnable act) {
        try {
            act.run();
            return "ok";
        } catch (Refusal refusal) {
            return refusal.code();
        }
    }

    private static String made(List<UUID> list, Supplier<UUID> act) {
        return answer(() -> list.add(act.get()));
    }

    @Override
    public String hold(int family, int option) {
        return made(holds, () -> bean(Holds.class)
                .hold(course.carer(family), course.wanted(family, option))
                .id());
    }

    @Override
    public String extend(int hold) {
        return answer(() -> bean(Holds.class).extend(holder(hold), holds.get(hold)));
    }

    @Override
    public String letGo(int hold) {
        return answer(() -> bean(Holds.class).letGo(holder(hold), holds.get(hold)));
    }

    private UUID holder(int hold) {
        UUID carer = sql.one("SELECT carer_id FROM hold WHERE id = ?", holds.get(hold));
        return carer == null ? course.carer(0) : carer;
    }

    @Override
    public String bookHeld(int hold) {
        return made(bookings, () -> bean(Bookings.class)
                .bookHeld(holder(hold), holds.get(hold))
                .id());
    }

    @Override
    public String book(int family, int option) {
        return made(bookings, () -> Plainly.book(course.carer(family), course.wanted(family, option)));
    }

    @Override
    public String bookWithVoucher(int family, int option) {
        Wanted wanted = course.wanted(family, option);
        return made(bookings, () -> bean(Bookings.class)
                .book(
                        course.carer(family),
                        new Wanted(wanted.blockId(), wanted.sessionId(), wanted.childIds(), null, "MODEL"))
                .id());
    }

    @Override
    public String bookWithPass(int family, int session) {
        return made(bookings, () -> bean(Bookings.class)
                .bookWith(course.pass(family), course.carer(family), course.wanted(family, session + 2))
                .id());
    }

    @Override
    public String paid(int booking, long amount) {
        return money.note(bookings.get(booking), "payments", amount);
    }

    @Override
    public String paidBack(int booking, long amount) {
        return money.note(bookings.get(booking), "refunds", amount);
    }

    @Override
    public String cancelSession(int session) {
        course.cancel(session);
        bean(Closures.class).close();
        bean(VoidHolds.class).close();
        return "ok";
    }

    @Override
    public String resize(int session, int seats) {
        return answer(() -> {
            bean(Capacities.class).agree(Map.of(course.session(session), seats));
            course.resize(session, seats);
        });
    }

    @Override
    public String cancel(int booking) {
        return answer(() -> bean(Bookings.class).cancel(booker(booking), bookings.get(booking)));
    }

    @Override
    public String move(int booking, int block) {
        return made(bookings, () -> bean(Moves.class)
                .move(booker(booking), bookings.get(booking), course.block(block))
                .id());
    }

    private UUID booker(int booking) {
        return sql.one("SELECT carer_id FROM booking WHERE id = ?", bookings.get(booking));
    }

    @Override
    public String absent(int booking, int place) {
        List<UUID> places = course.placesInOrder(bookings.get(booking));
        List<UUID> granted = new ArrayList<>();
        String answer = made(granted, () -> bean(Absences.class)
                .tell(booker(booking), places.get(place % places.size()))
                .id());
        granted.stream().filter(credit -> !credits.contains(credit)).forEach(credits::add);
        return answer;
    }

    @Override
    public String makeUp(int credit, int session) {
        UUID carer = sql.one(
                "SELECT k.carer_id FROM make_up_credit c JOIN child k ON k.id = c.child_id WHERE c.id = ?",
                credits.get(credit));
        return made(bookings, () -> bean(Bookings.class)
                .makeUp(carer, credits.get(credit), course.session(session))
                .id());
    }

    @Override
    public String join(int family, List<Integer> options) {
        return made(entries, () -> bean(Waitlist.class)
                .join(course.carer(family), course.wish(family, options))
                .id());
    }

    @Override
    public String accept(int entry) {
        return made(bookings, () -> bean(Waitlist.class)
                .accept(waiter(entry), entries.get(entry))
                .id());
    }

    @Override
    public String decline(int entry) {
        return answer(() -> bean(Waitlist.class).decline(waiter(entry), entries.get(entry)));
    }

    @Override
    public String leave(int entry) {
        return answer(() -> bean(Waitlist.class).leave(waiter(entry), entries.get(entry)));
    }

    private UUID waiter(int entry) {
        return sql.one("SELECT carer_id FROM waitlist_entry WHERE id = ?", entries.get(entry));
    }

    @Override
    public void later(Duration time) {
        now = now.plus(time);
        TestClock.set(now);
    }

    @Override
    public void match() {
        bean(Matcher.class).match(course.id());
    }

    @Override
    public List<Integer> made() {
        return Stream.of(holds, bookings, credits, entries).map(List::size).toList();
    }

    @Override
    public State state() {
        QuarkusTransaction.requiringNew().run(() -> bean(SeatLedger.class).reclaim(course.sessions(), now));
        return new State(
                IntStream.range(0, SESSIONS).mapToObj(course::seats).toList(),
                entries.stream()
                        .map(entry -> sql.<String>one("SELECT state FROM waitlist_entry WHERE id = ?", entry))
                        .toList(),
                money.owed(bookings),
                money.used());
    }

    /** What must never be, whatever was done; empty when all is well. */
    List<String> broken() {
        return course.broken(now);
    }

    /** Leaves nothing behind that jobs of other tests would stumble over. */
    void close() {
        QuarkusTransaction.requiringNew().run(() -> {
            bean(Line.class).lock(course.id());
            course.close();
        });
    }

    UUID hold(int nth) {
        return holds.get(nth);
    }
}
