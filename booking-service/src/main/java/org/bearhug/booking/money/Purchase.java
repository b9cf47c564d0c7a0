package org.bearhug.booking.money;

import java.util.UUID;

/** What money is owed for: a booking, or a pass. */
public record Purchase(Kind kind, UUID id) {

    /** Which of them. */
    public enum Kind {
        BOOKING("booking"),
        PASS("pass");

        private final String table;

        Kind(String table) {
            this.table = table;
        }

        /** A query about either, with the name of its table in the place of each {@code %1$s}. */
        public String in(String query) {
            return query.formatted(table);
        }

        @Override
        public String toString() {
            return table;
        }
    }

    public static Purchase booking(UUID id) {
        return new Purchase(Kind.BOOKING, id);
    }

    public static Purchase pass(UUID id) {
        return new Purchase(Kind.PASS, id);
    }

    /** The one of the two that is there. */
    public static Purchase of(UUID booking, UUID pass) {
        return pass == null ? booking(booking) : pass(pass);
    }

    /** Null for a pass. */
    public UUID bookingId() {
        return kind == Kind.BOOKING ? id : null;
    }

    /** Null for a booking. */
    public UUID passId() {
        return kind == Kind.PASS ? id : null;
    }
}
