package org.bearhug.booking.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bearhug.kit.Outbox;

/**
 * Makes bookings together: each is judged on its own, as if they had come one after the other in this order, and all that come
 * about are committed at once. Nobody is answered before that. When something fails that no rule speaks of, they are tried
 * once more one by one, so that only whoever is the reason is told so.
 */
@ApplicationScoped
class SharedCommit {

    /** Each round decides at least the first booking that is left, unless the world has changed. */
    private static final int MOST_ROUNDS = 200;

    @Inject
    KnownWorld world;

    @Inject
    WishSheet sheet;

    @Inject
    TakeAll statement;

    @Inject
    Answers answers;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    /** Makes these bookings and answers them. */
    void make(List<PlainBooking> together) {
        try {
            inRounds(together);
        } catch (SQLException | RuntimeException fault) {
            unanswered(together).forEach(isOfTheDatabase(fault) ? asked -> asked.fail(fault) : this::alone);
        } finally {
            unanswered(together).forEach(asked -> asked.fail(new IllegalStateException("left without an answer")));
        }
    }

    private static List<PlainBooking> unanswered(List<PlainBooking> bookings) {
        return bookings.stream().filter(asked -> !asked.answer().isDone()).toList();
    }

    private void alone(PlainBooking asked) {
        try {
            inRounds(List.of(asked));
        } catch (SQLException | RuntimeException fault) {
            asked.fail(fault);
        }
    }

    /** Trying one by one would be waiting for the same many times over. */
    private static boolean isOfTheDatabase(Throwable fault) {
        if (fault instanceof SQLException sql) {
            return isAway(sql.getSQLState());
        }
        return fault != null && isOfTheDatabase(fault.getCause());
    }

    /** No connection to give (no state), a connection that failed, no resources, stopped or out of time, a lock. */
    private static boolean isAway(String state) {
        return state == null
                || state.startsWith("08")
                || state.startsWith("53")
                || state.startsWith("57")
                || state.equals("55P03");
    }

    private void inRounds(List<PlainBooking> bookings) throws SQLException {
        List<PlainBooking> left = bookings;
        for (int round = 0; !left.isEmpty(); round++) {
            if (round == MOST_ROUNDS) {
                throw new IllegalStateException("no end of rounds");
            }
            left = round(left, round > 0);
        }
    }

    /** Returns those that are not decided, in their order. */
    private List<PlainBooking> round(List<PlainBooking> bookings, boolean underLocks) throws SQLException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        KnownWorld.Understood understood = world.understand(bookings, now);
        TakeAll.Sheet written = sheet.of(understood, now);
        List<Verdict> verdicts =
                underLocks ? statement.underLocks(written, sessions(understood)) : statement.atOnce(written);
        outbox.announce(new Outbox.Told(seatsTaken(understood, verdicts)));
        List<PlainBooking> undecided = new ArrayList<>();
        for (Verdict verdict : verdicts) {
            KnownWorld.Meaning meaning = understood.meanings().get(verdict.nth());
            if (verdict.outcome() == Verdict.Outcome.AGAIN) {
                undecided.add(meaning.asked().booking());
                world.forget(verdict.changed());
            } else {
                answers.give(
                        meaning, verdict, written.wishes().get(verdict.nth()).draft());
            }
        }
        return undecided;
    }

    /** Whose seats; the facts themselves are written already. */
    private static List<Outbox.Fact> seatsTaken(KnownWorld.Understood understood, List<Verdict> verdicts) {
        return verdicts.stream()
                .filter(verdict -> verdict.outcome() == Verdict.Outcome.TAKEN)
                .flatMap(verdict -> understood.meanings().get(verdict.nth()).agreement().sessionIds().stream())
                .distinct()
                .map(session -> new Outbox.Fact("seats.changed", session, 0, null))
                .toList();
    }

    private static Set<UUID> sessions(KnownWorld.Understood understood) {
        return understood.meanings().stream()
                .filter(meaning -> meaning.agreement() != null)
                .flatMap(meaning -> meaning.agreement().sessionIds().stream())
                .collect(Collectors.toSet());
    }
}
