package org.bearhug.course.entry;

import java.time.Instant;
import java.util.UUID;
import org.bearhug.course.schedule.Days;
import org.bearhug.kit.Page;
import org.bearhug.kit.Refusal;

/**
 * From where on changes are asked for.
 *
 * @param xid of the transaction, and {@code sessionId} within it, after which to look
 * @param instant of the earliest change
 */
record ChangedSince(String xid, UUID sessionId, Instant instant) {

    private static final UUID LOWEST = new UUID(0, 0);

    private static final ChangedSince EVER = new ChangedSince("0", LOWEST, Instant.EPOCH);

    /** An instant, or what an earlier answer told; from the beginning for null. */
    static ChangedSince of(String text) {
        if (text == null) {
            return EVER;
        }
        if (!text.contains(":")) {
            return EVER.after("?updatedSince", text);
        }
        try {
            return new ChangedSince(EVER.xid, LOWEST, Days.instant(text));
        } catch (RuntimeException notAnInstant) {
            throw Refusal.invalid("?updatedSince", "Say an instant, or the updatedUntil of an earlier answer.");
        }
    }

    /** The same further down the list. */
    ChangedSince from(String cursor) {
        return after("?cursor", cursor);
    }

    /** What the next reader is to ask for when all transactions below this one are over and shown. */
    static String reaching(String xid) {
        return Page.Cursor.after(xid, LOWEST).text();
    }

    private ChangedSince after(String parameter, String place) {
        try {
            return Page.Cursor.read(
                    place,
                    keys -> new ChangedSince(
                            Long.toUnsignedString(Long.parseUnsignedLong(keys.get(0))),
                            UUID.fromString(keys.get(1)),
                            instant));
        } catch (Refusal notOurs) {
            throw Refusal.invalid(parameter, "This was told by no earlier answer.");
        }
    }
}
