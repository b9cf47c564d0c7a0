package org.bearhug.booking.announcement;

/** To whom an announcement goes: all with a place in one session, in any of a block, or in any of a course. */
enum Group {
    SESSION("id"),
    BLOCK("block_id"),
    COURSE("course_id");

    /** The column of a session that names the group it belongs to. */
    final String column;

    Group(String column) {
        this.column = column;
    }
}
