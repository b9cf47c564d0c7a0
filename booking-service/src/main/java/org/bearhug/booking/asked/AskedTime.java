package org.bearhug.booking.asked;

import java.time.Instant;
import org.bearhug.kit.Refusal;

/** A time that comes from outside. */
public final class AskedTime {

    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private AskedTime() {}

    /**
     * Lets a time pass that a database can keep, or none.
     *
     * @param pointer where it stands in the body (RFC 6901, as a fragment)
     * @throws Refusal 400
     */
    public static void require(String pointer, Instant time) {
        if (time != null && (time.isBefore(Instant.EPOCH) || time.isAfter(LATEST))) {
            throw Refusal.invalid(pointer, "Is the year right?");
        }
    }
}
