package org.bearhug.course.meeting;

/** Where the way into a call comes from. */
public enum MeetingKind {
    /** Zoom makes a meeting for each session. */
    ZOOM,
    /** The instructor gives a link. */
    LINK,
    /** There is none, or not yet. */
    NONE
}
