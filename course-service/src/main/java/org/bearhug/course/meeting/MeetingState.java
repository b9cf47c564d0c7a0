package org.bearhug.course.meeting;

/** Whether there is a way into the call of a session. */
public enum MeetingState {
    /** Not yet. */
    NONE,
    /** The link is known. */
    READY
}
