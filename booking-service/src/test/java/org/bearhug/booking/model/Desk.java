package org.bearhug.booking.model;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A booking desk for one course, as the model-based test sees it: a {@link House} with two seats in each session, and four
 * families, the first of two children, each with a pass already. What was made is named by its number. Each answer is {@code ok}, with what is to be
 * compared, or the code of a refusal.
 */
interface Desk {

    int FAMILIES = 4;
    int SESSIONS = 4;
    int SEATS = 2;
    int VOUCHERS = 2;
    int UNITS = 3;
    String VOUCHER = "MODEL";
    int AGE_FROM_WEEKS = 4;
    int AGE_TO_WEEKS = 100;
    Instant OPENS = Instant.parse("2031-03-03T10:00:00Z");
    Duration JOINING_TIME = Duration.ofHours(1);

    /** Seats, bookings, lines and uses at a time, in words. */
    record State(
            List<String> seats,
            List<String> bookings,
            List<String> places,
            List<String> line,
            List<String> passes,
            int vouchers) {}

    /** What can be made, and named. */
    enum Made {
        HOLD,
        BOOKING,
        CREDIT,
        ENTRY,
        PASS
    }

    /** When children are born, so that they are of age, too young for the earlier sessions, or too old. */
    enum Born {
        OF_AGE("2030-12-20"),
        YOUNG("2031-02-14"),
        OLD("2028-01-01");

        final LocalDate day;

        Born(String day) {
            this.day = LocalDate.parse(day);
        }
    }

    /** Seats that are kept. */
    interface Holds {

        String hold(int family, int option, Long amount, boolean voucher);

        String extend(int hold);

        String letGo(int hold);

        String book(int hold);

        String bookWithPass(int hold, int pass);
    }

    /** Bookings and what becomes of them. */
    interface Bookings {

        String book(int family, int option, Long amount, boolean voucher);

        String bookWithPass(int pass, int option);

        String makeUp(int credit, int session);

        /** What would come back. */
        String look(int booking);

        String cancel(int booking);

        String move(int booking, int block);

        String absent(int booking, int place);
    }

    /** Who waits. */
    interface Line {

        String join(int family, List<Integer> options);

        /** Where it stands. */
        String look(int entry);

        String accept(int entry);

        String acceptWithVoucher(int entry);

        String acceptWithPass(int entry, int pass);

        String decline(int entry);

        String leave(int entry);
    }

    /** Passes of {@link #UNITS} sessions each. */
    interface Passes {

        String buy(int family, Pass.Offer offer);

        /** The instructor notes that it is paid, by hand. */
        String paid(int pass);

        String giveBack(int pass);

        /** The instructor notes that it is paid back. */
        String paidBack(int pass);
    }

    /** What is paid by hand. */
    interface Till {

        /** The instructor notes that so much came for a booking. */
        String paid(int booking, long amount);

        /** The instructor notes that so much went back. */
        String paidBack(int booking, long amount);

        /** The jobs tell, remind, and give back what was not paid. */
        String dues();
    }

    /** What is paid at Stripe, where one pays before one has a seat, for a {@link Made#BOOKING} or a {@link Made#PASS}. */
    interface Stripe {

        /** Somebody pays on the page on which this is to be paid. */
        String pay(Made what, int nth);

        /** Whoever comes back from the page sees how it stands. */
        String comeBack(Made what, int nth);

        /** A page for what is left to pay. */
        String checkout(Made what, int nth);

        /** Stripe sends its messages. */
        String tell();

        /** They get lost. */
        String lose();

        /** The jobs look at what nobody told of, and give back what is wanted back. */
        String sweep();

        /** The instructor gives so much back on Stripe's own pages, and Stripe tells. */
        String refund(Made what, int nth, long amount);

        /** The bank asks for the money back, and Stripe tells. */
        String dispute(Made what, int nth);

        String endDispute(Made what, int nth, boolean won);
    }

    /** What the instructor does, and what is told of children. */
    interface Teaching {

        String callOff(List<Integer> sessions);

        String resize(int session, int seats);

        /** Other terms for what is agreed on from now on. */
        String promise(int block, Policy policy);

        String mark(int booking, int place, boolean present);

        String born(int family, Born when);
    }

    Holds holds();

    Bookings bookings();

    Line line();

    Passes passes();

    Till till();

    Stripe stripe();

    Teaching teaching();

    /** So much later. */
    String later(Duration time);

    /** The jobs give back what has expired, and forget it. */
    String tidy();

    /** How many were made. */
    int made(Made what);

    static int children(int family) {
        return family == 0 ? 2 : 1;
    }

    static Instant start(int session) {
        return OPENS.plus(Duration.ofDays(7 + session % 2 * 7 + session / 2));
    }
}
