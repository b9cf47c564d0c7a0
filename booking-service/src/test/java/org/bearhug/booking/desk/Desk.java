package org.bearhug.booking.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A booking desk for one course, as the model-based test sees it: two blocks (options 0 and 1) of two sessions each
 * (options 2 to 5) with two seats each, and four families, the first of two children. What was made is named by its
 * number. Each answer is {@code ok} or the code of a refusal.
 */
interface Desk {

    int FAMILIES = 4;
    int SESSIONS = 4;
    int SEATS = 2;
    int MAKE_UPS = 2;
    int VOUCHERS = 2;
    int UNITS = 3;
    long BLOCK_PRICE = 6501;
    long SESSION_PRICE = 1500;
    int SIBLING_PERCENT = 10;
    Instant OPENS = Instant.parse("2031-03-03T10:00:00Z");
    Duration JOINING_TIME = Duration.ofHours(1);

    /** Seats, lines and money at a time: what is owed for each booking, and what is used of the voucher and of each pass. */
    record State(List<String> seats, List<String> line, List<Long> owed, List<Integer> used) {}

    String hold(int family, int option);

    String extend(int hold);

    String letGo(int hold);

    String bookHeld(int hold);

    String book(int family, int option);

    /** With the one voucher that all families know, of which there are {@link #VOUCHERS}. */
    String bookWithVoucher(int family, int option);

    /** With the pass that each family has, of {@link #UNITS}. */
    String bookWithPass(int family, int session);

    /** The instructor notes that so much came for a booking. */
    String paid(int booking, long amount);

    /** The instructor notes that so much went back. */
    String paidBack(int booking, long amount);

    /** The instructor does. */
    String cancelSession(int session);

    /** The instructor does, when it goes. */
    String resize(int session, int seats);

    String cancel(int booking);

    String move(int booking, int block);

    String absent(int booking, int place);

    String makeUp(int credit, int session);

    String join(int family, List<Integer> options);

    String accept(int entry);

    String decline(int entry);

    String leave(int entry);

    void later(Duration time);

    /** Whoever is next is offered what is free. */
    void match();

    /** How many holds, bookings, credits and entries were made. */
    List<Integer> made();

    State state();

    static int children(int family) {
        return family == 0 ? 2 : 1;
    }

    /** The sessions of an option, in the order of their dates. */
    static List<Integer> sessions(int option) {
        return option < 2 ? List.of(2 * option, 2 * option + 1) : List.of(option - 2);
    }

    static Instant start(int session) {
        return OPENS.plus(Duration.ofDays(7 + session % 2 * 7 + session / 2));
    }
}
