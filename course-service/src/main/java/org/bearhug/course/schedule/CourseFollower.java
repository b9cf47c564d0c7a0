package org.bearhug.course.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.bearhug.course.course.CourseChanged;
import org.bearhug.course.course.PublicationState;
import org.bearhug.course.meeting.Meetings;

/**
 * Carries what changes of a course into its blocks: their facts name its title, and they are archived or
 * erased with it.
 */
@ApplicationScoped
class CourseFollower {

    @Inject
    Schedule schedule;

    @Inject
    Meetings meetings;

    @Inject
    Calls calls;

    @Inject
    Clock clock;

    void follow(@Observes CourseChanged change) {
        for (Block block : Block.ofCourse(change.course().id())) {
            if (change.archived()) {
                block.state = PublicationState.ARCHIVED;
            }
            LockedBlock locked = new LockedBlock(change.course(), block, Session.ofBlocks(List.of(block.id)));
            if (change.erased()) {
                erase(locked);
            } else {
                schedule.tell(locked, locked.sessions());
            }
        }
    }

    /** Nobody is left to teach what is to come. */
    private void erase(LockedBlock locked) {
        locked.block().title = null;
        locked.toCome(clock.instant()).forEach(session -> session.cancel(null));
        locked.sessions().forEach(session -> session.cancelReason = null);
        schedule.replace(locked);
        calls.erase(locked.course(), locked.sessionIds());
        meetings.erase(locked.sessionIds());
    }
}
