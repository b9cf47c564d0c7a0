package org.bearhug.booking.payment;

import java.time.Instant;
import java.util.UUID;
import org.bearhug.booking.money.Purchase;
import org.bearhug.kit.Refusal;

/**
 * What payment asks of whoever sells: the booking desk, and the counter where passes are bought. Each in the running
 * transaction. What was bought is locked before its payment.
 */
public interface Seller {

    /** What it sells; nobody else does. */
    Purchase.Kind sells();

    /** Keeps what was bought from changing until the transaction ends. */
    void lock(UUID id);

    /**
     * Gives what is paid: the seats held for it, or others when they are not held any more; or the pass.
     *
     * @throws Refusal when it cannot be had any more; nothing is given then
     */
    void confirm(UUID id);

    /** Holds it until then. */
    void keep(UUID id, Instant until);

    /**
     * Takes back what was not paid; once.
     *
     * @return whether this did it
     */
    boolean expire(UUID id);

    /** Takes back what is to come of what was given and was not paid in time, and forgives what it cost; once. */
    void lapse(UUID id);
}
