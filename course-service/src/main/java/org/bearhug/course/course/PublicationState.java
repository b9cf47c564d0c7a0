package org.bearhug.course.course;

/** How far a course or a block has come; it only goes forward. */
public enum PublicationState {
    /** Seen by its instructor alone. */
    DRAFT,
    /** To be found and booked. */
    PUBLISHED,
    /** No longer sold; what was booked takes place. */
    ARCHIVED
}
