package org.bearhug.booking.payment;

import java.time.Instant;
import java.util.UUID;

/** What is kept of a message of Stripe's: names of things and a word, nothing about a person. */
record KeptEvent(
        String id, String type, String object, String intent, UUID payment, String status, Instant receivedAt) {

    static KeptEvent of(Object[] row) {
        return new KeptEvent(
                (String) row[0],
                (String) row[1],
                (String) row[2],
                (String) row[3],
                (UUID) row[4],
                (String) row[5],
                (Instant) row[6]);
    }

    @Override
    public String toString() {
        return id;
    }
}
