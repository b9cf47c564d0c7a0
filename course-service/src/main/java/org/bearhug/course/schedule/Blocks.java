package org.bearhug.course.schedule;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.bearhug.course.capacity.CapacityAgreement;
import org.bearhug.course.capacity.IntendedCapacity;
import org.bearhug.course.course.PublicationState;
import org.bearhug.course.course.TaughtCourse;
import org.bearhug.course.course.TaughtCourses;
import org.bearhug.course.meeting.MeetingKind;
import org.bearhug.course.meeting.Meetings;
import org.bearhug.kit.Refusal;
import org.bearhug.kit.Versions;
import org.bearhug.kit.Versions.Versioned;

/** The rules of blocks: what they are. Whether they are sold is the matter of {@link BlockPublication}. */
@ApplicationScoped
class Blocks {

    /** A change of the course's title is told of each session, so their number has an end. */
    static final int LIMIT = 200;

    @Inject
    TaughtCourses courses;

    @Inject
    Schedule schedule;

    @Inject
    Meetings meetings;

    @Inject
    Calls calls;

    @Inject
    CapacityAgreement agreement;

    @Inject
    Clock clock;

    @Transactional
    Versioned<BlockView> create(UUID instructorId, UUID courseId, NewBlock wish) {
        TaughtCourse course = courses.hold(courseId, instructorId).orElseThrow(() -> Refusal.notFound("course"));
        if (course.state() == PublicationState.ARCHIVED) {
            throw new Refusal(409, "course-archived", "This course is archived.");
        }
        if (Block.count("courseId", courseId) >= LIMIT) {
            throw new Refusal(409, "too-many-blocks", "There can be " + LIMIT + " blocks of one course.");
        }
        CallChoice choice = wish.call();
        StartTimes.checkRoughly("#/firstStart", wish.firstStart(), clock.instant());
        List<WallTime> starts = wish.calendar().unfold(wish.sessions()).toList();
        StartTimes.check("#/firstStart", starts.get(0), clock.instant());
        Block block = Block.from(wish, courseId);
        block.persist();
        List<Session> sessions =
                starts.stream().map(start -> Session.from(wish, block, start)).toList();
        Session.persist(sessions);
        LockedBlock made = new LockedBlock(course, block, sessions);
        schedule.tell(made, sessions);
        if (choice.kind() != MeetingKind.NONE) {
            calls.choose(course, sessions, choice);
        }
        return versioned(made);
    }

    /** Asks booking-service before its transaction when seats are to be taken away. */
    Versioned<BlockView> change(UUID instructorId, UUID id, String ifMatch, BlockChange change) {
        List<IntendedCapacity> agreed = agreement.ask(
                QuarkusTransaction.requiringNew().call(() -> lowered(lock(instructorId, id, ifMatch), change)));
        return QuarkusTransaction.requiringNew().call(() -> {
            LockedBlock locked = lock(instructorId, id, ifMatch);
            agreement.requireAgreed(lowered(locked, change), agreed);
            return change(locked, change);
        });
    }

    private LockedBlock lock(UUID instructorId, UUID id, String ifMatch) {
        LockedBlock locked = schedule.lock(id, instructorId);
        Versions.require(ifMatch, locked.block().version);
        return locked;
    }

    private List<IntendedCapacity> lowered(LockedBlock locked, BlockChange change) {
        return locked.lowered(locked.toCome(clock.instant()), change.capacity());
    }

    Versioned<BlockView> change(LockedBlock locked, BlockChange change) {
        List<Session> reached = change.reachesSessions() ? locked.toCome(clock.instant()) : List.of();
        locked.block().change(change);
        reached.forEach(session -> session.change(change.ofSessions(), locked.block()));
        schedule.tell(locked, reached);
        change.call().ifPresent(choice -> calls.choose(locked.course(), reached, choice));
        return versioned(locked);
    }

    Versioned<BlockView> versioned(LockedBlock locked) {
        BlockView view = BlockView.of(
                locked.block(), locked.course().title(), locked.sessions(), meetings.states(locked.sessionIds()));
        return new Versioned<>(view, locked.block().version);
    }
}
