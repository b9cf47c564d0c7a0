package org.bearhug.course.schedule;

/** What the clocks do at the wall time that was asked for. */
public enum ClockChange {
    /** They skip it; the session starts as much later as they are put forward. */
    SKIPPED,
    /** They show it twice; the session starts at the first of the two. */
    DOUBLED
}
