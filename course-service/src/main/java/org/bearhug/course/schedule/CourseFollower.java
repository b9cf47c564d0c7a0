package org.bearhug.course.schedule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import org.bearhug.course.course.CourseChanged;
import org.bearhug.course.course.PublicationState;

/** Carries what changes of a course into its blocks: their facts name its title, and they are archived with it. */
@ApplicationScoped
class CourseFollower {

    @Inject
    Schedule schedule;

    void follow(@Observes CourseChanged change) {
        for (Block block : Block.ofCourse(change.course().id())) {
            if (change.archived()) {
                block.state = PublicationState.ARCHIVED;
            }
            LockedBlock locked = new LockedBlock(change.course(), block, Session.ofBlocks(List.of(block.id)));
            schedule.tell(locked, locked.sessions());
        }
    }
}
