package org.bearhug.booking.desk;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Something that somebody does at a desk.
 *
 * @param family whose doing it is
 * @param option what it is about
 * @param nth which of the things made so far
 */
record Step(Act act, int family, int option, int nth) {

    private static final List<Duration> JUMPS = List.of(
            Duration.ofMinutes(10),
            Duration.ofMinutes(15),
            Duration.ofHours(6),
            Duration.ofHours(13),
            Duration.ofDays(3),
            Duration.ofDays(7));

    enum Act {
        HOLD,
        EXTEND,
        LET_GO,
        BOOK_HELD,
        BOOK,
        BOOK_WITH_VOUCHER,
        BOOK_WITH_PASS,
        PAID,
        PAID_BACK,
        CANCEL_SESSION,
        RESIZE,
        CANCEL,
        MOVE,
        ABSENT,
        MAKE_UP,
        JOIN,
        JOIN_ANY,
        ACCEPT,
        DECLINE,
        LEAVE,
        LATER
    }

    /** The same, about what is there now, whatever else is made before it is done; nothing when there is nothing to do. */
    Optional<Step> resolved(Desk desk) {
        int there =
                switch (act) {
                    case EXTEND, LET_GO, BOOK_HELD -> desk.made().get(0);
                    case CANCEL, MOVE, ABSENT, PAID, PAID_BACK -> desk.made().get(1);
                    case MAKE_UP -> desk.made().get(2);
                    case ACCEPT, DECLINE, LEAVE -> desk.made().get(3);
                    case HOLD, BOOK, BOOK_WITH_VOUCHER, BOOK_WITH_PASS, CANCEL_SESSION, RESIZE, JOIN, JOIN_ANY, LATER ->
                        Integer.MAX_VALUE;
                };
        return there == 0 ? Optional.empty() : Optional.of(new Step(act, family, option, nth % there));
    }

    /** Does it, when there is something to do it with; returns the answer. */
    String at(Desk desk) {
        int holds = desk.made().get(0);
        int bookings = desk.made().get(1);
        int credits = desk.made().get(2);
        int entries = desk.made().get(3);
        return switch (act) {
            case HOLD -> desk.hold(family, option);
            case EXTEND -> holds == 0 ? "" : desk.extend(nth % holds);
            case LET_GO -> holds == 0 ? "" : desk.letGo(nth % holds);
            case BOOK_HELD -> holds == 0 ? "" : desk.bookHeld(nth % holds);
            case BOOK -> desk.book(family, option);
            case BOOK_WITH_VOUCHER -> desk.bookWithVoucher(family, option);
            case BOOK_WITH_PASS -> desk.bookWithPass(family, option % Desk.SESSIONS);
            case PAID -> bookings == 0 ? "" : desk.paid(nth % bookings, 1 + 900L * option);
            case PAID_BACK -> bookings == 0 ? "" : desk.paidBack(nth % bookings, 1 + 400L * option);
            case CANCEL_SESSION -> nth < 7 ? "" : desk.cancelSession(option % Desk.SESSIONS);
            case RESIZE -> desk.resize(option % Desk.SESSIONS, 1 + nth % 3);
            case CANCEL -> bookings == 0 ? "" : desk.cancel(nth % bookings);
            case MOVE -> bookings == 0 ? "" : desk.move(nth % bookings, option % 2);
            case ABSENT -> bookings == 0 ? "" : desk.absent(nth % bookings, option);
            case MAKE_UP -> credits == 0 ? "" : desk.makeUp(nth % credits, option % Desk.SESSIONS);
            case JOIN -> desk.join(family, List.of(option));
            case JOIN_ANY -> desk.join(family, List.of(option % 2, 1 - option % 2));
            case ACCEPT -> entries == 0 ? "" : desk.accept(nth % entries);
            case DECLINE -> entries == 0 ? "" : desk.decline(nth % entries);
            case LEAVE -> entries == 0 ? "" : desk.leave(nth % entries);
            case LATER -> {
                desk.later(JUMPS.get(option));
                yield "";
            }
        };
    }

    @Override
    public String toString() {
        return act + " family=" + family + " option=" + option + " nth=" + nth;
    }
}
