package org.bearhug.course.meeting;

/** Whether there is a way into the call of a session. */
public enum MeetingState {
    /** Not yet; the instructor gives a link, or has Zoom make a meeting. */
    NONE,
    /** Zoom is to make a meeting; that takes a moment, or until tomorrow when today's number is reached. */
    PENDING,
    /** The link is known. */
    READY,
    /** Somebody has deleted the meeting in Zoom; another one is being made. */
    LOST;

    /** With a link it is ready; else it is as it waits, or there is nothing to come. */
    public static MeetingState of(boolean hasLink, MeetingState waiting) {
        if (hasLink) {
            return READY;
        }
        return waiting == null ? NONE : waiting;
    }
}
