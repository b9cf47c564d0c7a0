package org.bearhug.booking.payment;

import java.time.Instant;
import java.util.UUID;
import org.bearhug.kit.Refusal;

/** What payment asks of the booking desk, each in the running transaction. A booking is locked before its payment. */
public interface SeatsToPay {

    /** Keeps a booking from changing until the transaction ends. */
    void lock(UUID booking);

    /**
     * Takes the seats of a booking that is paid: those held for it, or others when they are not held any more.
     *
     * @throws Refusal when there is no seat, or the booking or a session was cancelled; nothing is taken then
     */
    void confirm(UUID booking);

    /** Holds its seats until then. */
    void keep(UUID booking, Instant until);

    /** Gives the seats of a booking that is not paid back; once. */
    void expire(UUID booking);

    /** Gives back what is to come of a confirmed booking that was not paid in time, and forgives what it cost; once. */
    void lapse(UUID booking);
}
