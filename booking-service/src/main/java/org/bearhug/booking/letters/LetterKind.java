package org.bearhug.booking.letters;

import java.util.Locale;

/** The letters there are; each has a text named after it. */
public enum LetterKind {
    /** To a carer: how to pay for what was booked, and by when. */
    PAY_INSTRUCTOR("Please pay for your booking"),
    /** To a carer, before it is due. */
    PAYMENT_REMINDER("A friendly word about your booking"),
    /** To a carer whose places to come were given back, for they were not paid. */
    PLACES_LAPSED("Your places were given to others"),
    /** To the instructor of these. */
    PLACES_LAPSED_INSTRUCTOR("Places that were not paid for are free again"),
    /** To a carer who did not pay, or whose bank refused. */
    NOT_PAID("Your booking was not completed"),
    /** To a carer whose payment came when the seats were gone. */
    PAID_TOO_LATE("Your money comes back to you"),
    /** To an instructor: something else was paid than was asked for. */
    PAYMENT_MISMATCH("A payment that needs your eyes"),
    /** To an instructor: a refund did not arrive. */
    REFUND_FAILED("A refund did not arrive"),
    /** To an instructor: what was paid by hand is to be paid back by hand. */
    PAY_BACK("Please pay back"),
    /** To an instructor: a pass was given back that was paid. */
    PASS_RETURNED("A pass was given back"),
    /** To a carer: a pass was not paid in time. */
    PASS_NOT_PAID("Your pass was not paid"),
    /** To a carer: a payment came when the pass was not to be had any more. */
    PASS_PAID_TOO_LATE("Your payment came too late"),
    /** To an instructor: a carer's bank asks for the money back. */
    DISPUTE_OPENED("A payment is disputed"),
    /** To an instructor: the bank has given the money back to the carer. */
    DISPUTE_LOST("A dispute was lost"),
    /** To an instructor: how it ended is seen at Stripe. */
    DISPUTE_CLOSED("A dispute has ended"),
    /** To a carer in line: seats are kept for a while. */
    SEATS_OFFERED("There is room for you"),
    /** To a carer whose instructor has cancelled what was booked. */
    CLASS_CANCELLED("A class was cancelled"),
    /** To a carer who booked it. */
    CLASS_MOVED("A class has another time"),
    /** To a carer who booked it, soon before it begins. */
    CLASS_REMINDER("Your class begins soon"),
    /** To a carer: what an instructor writes to all of a group. */
    ANNOUNCEMENT("A word from your instructor"),
    /** To an instructor: nothing is told to a program of theirs any more. */
    WEBHOOK_DISABLED("A webhook was switched off");

    private final String subject;

    LetterKind(String subject) {
        this.subject = subject;
    }

    String subject() {
        return subject;
    }

    String template() {
        return "letters/" + name().toLowerCase(Locale.ROOT).replace('_', '-') + ".txt";
    }
}
