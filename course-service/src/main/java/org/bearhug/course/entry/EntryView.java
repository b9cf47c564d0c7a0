package org.bearhug.course.entry;

import java.time.Instant;
import org.bearhug.course.schedule.BlockView;
import org.bearhug.course.schedule.Money;
import org.bearhug.course.schedule.SessionView;

/**
 * An entry as it is now, whoever changed it last.
 *
 * @param externalCourseId if the integration has a name for the course
 * @param title if it is not the course's
 * @param changedAt when anything of this was last changed
 */
record EntryView(
        String externalId, String externalCourseId, String title, Money price, SessionView session, Instant changedAt) {

    static EntryView of(String externalId, String externalCourseId, BlockView block, Instant changedAt) {
        return new EntryView(
                externalId,
                externalCourseId,
                block.title(),
                block.blockPrice(),
                block.sessions().get(0),
                changedAt);
    }
}
