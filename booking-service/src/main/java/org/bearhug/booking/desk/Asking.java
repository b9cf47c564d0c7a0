package org.bearhug.booking.desk;

import java.util.UUID;

/**
 * What somebody asks for: something that is {@code wanted}, what is held, or a session in the place of a missed one.
 *
 * @param wanted or null when a hold or a credit says it
 * @param hold or null
 * @param credit for which the {@code session} is, or null
 * @param pass that pays it, or null
 */
record Asking(Wanted wanted, UUID hold, UUID credit, UUID session, UUID pass) {

    static Asking of(Wanted wanted) {
        return new Asking(wanted, null, null, null, null);
    }

    static Asking ofHold(UUID hold) {
        return new Asking(null, hold, null, null, null);
    }

    static Asking makeUp(UUID credit, UUID session) {
        return new Asking(null, null, credit, session, null);
    }

    /** The same, paid with this pass, or with none. */
    Asking paidWith(UUID pass) {
        return new Asking(wanted, hold, credit, session, pass);
    }
}
