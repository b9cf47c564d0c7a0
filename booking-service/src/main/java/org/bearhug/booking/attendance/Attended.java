package org.bearhug.booking.attendance;

/** Whether somebody came. */
public enum Attended {
    /** Was there. */
    PRESENT,
    /** Was not. */
    ABSENT,
    /** Nobody knows, or says. */
    UNKNOWN
}
