package org.bearhug.course.schedule;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bearhug.course.capacity.CapacityAgreement;
import org.bearhug.course.capacity.IntendedCapacity;
import org.bearhug.course.course.Courses;
import org.bearhug.course.course.PublicationState;
import org.bearhug.course.course.TaughtCourse;
import org.bearhug.course.instructor.Instructors;
import org.bearhug.course.meeting.MeetingKind;
import org.bearhug.course.meeting.Meetings;
import org.bearhug.kit.Refusal;
import org.bearhug.kit.Versions;

/** The rules of blocks. */
@ApplicationScoped
class Blocks {

    /** A change of the course's title is told of each session, so their number has an end. */
    static final int LIMIT = 200;

    @Inject
    Courses courses;

    @Inject
    Instructors instructors;

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

    @Transactional
    Versioned<BlockView> publish(UUID instructorId, UUID id) {
        instructors.requireApproved(instructorId);
        LockedBlock locked = schedule.lock(id, instructorId);
        if (!locked.block().isSold()) {
            requirePublishable(locked, clock.instant());
            locked.block().publish(clock.instant());
            schedule.tell(locked, locked.sessions());
        }
        return versioned(locked);
    }

    private static void requirePublishable(LockedBlock locked, Instant now) {
        if (locked.block().state == PublicationState.ARCHIVED) {
            throw new Refusal(409, "block-archived", "This block is archived.");
        }
        if (locked.course().state() != PublicationState.PUBLISHED) {
            throw new Refusal(409, "course-not-published", "Publish the course first.");
        }
        Optional<Session> first = locked.sessions().stream()
                .filter(session -> session.state == SessionState.SCHEDULED)
                .findFirst();
        if (first.isEmpty() || !first.get().isToCome(now)) {
            throw new Refusal(409, "block-begun", "The first session of this block lies in the past.");
        }
    }

    @Transactional
    Versioned<BlockView> archive(UUID instructorId, UUID id) {
        LockedBlock locked = schedule.lock(id, instructorId);
        if (locked.block().state != PublicationState.ARCHIVED) {
            locked.block().state = PublicationState.ARCHIVED;
            schedule.tell(locked, locked.sessions());
        }
        return versioned(locked);
    }

    /**
     * Cancels all sessions that are not over, and sells the block no more: the facts of all go out together, so that
     * booking-service gives everything back at once. A block cancelled already stays as it is.
     *
     * @throws Refusal 409 {@code block-over} when there is nothing to cancel, though it was not cancelled
     */
    @Transactional
    Versioned<BlockView> cancel(UUID instructorId, UUID id, String reason) {
        LockedBlock locked = schedule.lock(id, instructorId);
        List<Session> left = locked.sessions().stream()
                .filter(session -> session.state == SessionState.SCHEDULED
                        && clock.instant().isBefore(session.endsAt))
                .toList();
        boolean cancelledBefore =
                locked.sessions().stream().anyMatch(session -> session.state == SessionState.CANCELLED);
        if (left.isEmpty() && !cancelledBefore) {
            throw new Refusal(409, "block-over", "The last session of this block has taken place.");
        }
        if (!left.isEmpty()) {
            locked.block().state = PublicationState.ARCHIVED;
            left.forEach(session -> session.cancel(reason));
            schedule.tell(locked, locked.sessions());
        }
        return versioned(locked);
    }

    Versioned<BlockView> versioned(LockedBlock locked) {
        BlockView view = BlockView.of(
                locked.block(), locked.course().title(), locked.sessions(), meetings.states(locked.sessionIds()));
        return new Versioned<>(view, locked.block().version);
    }
}
