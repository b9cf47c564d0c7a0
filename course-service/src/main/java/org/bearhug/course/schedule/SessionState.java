package org.bearhug.course.schedule;

/** Whether a session takes place. */
public enum SessionState {
    /** It does. */
    SCHEDULED,
    /** It does not, for good; it stays visible. */
    CANCELLED
}
