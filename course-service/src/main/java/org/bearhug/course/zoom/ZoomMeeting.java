package org.bearhug.course.zoom;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The meeting that a session is to have and what is known of the one that Zoom has. Of the instances that work on it one
 * holds the claim; only who still holds it writes down what came of it.
 */
@Entity
class ZoomMeeting extends PanacheEntityBase {

    @Id
    UUID sessionId;

    Integer hostId;

    int lane;

    boolean wanted;

    String topic;

    Instant startsAt;

    Instant endsAt;

    String timeZone;

    long wish;

    long fulfilled;

    Long zoomId;

    String told;

    boolean asked;

    int attempts;

    Instant dueAt;

    String problem;

    UUID claim;

    Instant claimedUntil;

    Instant lookedBackAt;

    static Optional<ZoomMeeting> locked(UUID sessionId) {
        return findByIdOptional(sessionId, LockModeType.PESSIMISTIC_WRITE);
    }

    static List<ZoomMeeting> locked(Collection<UUID> sessionIds) {
        return ZoomMeeting.<ZoomMeeting>find("sessionId in ?1 order by sessionId", sessionIds)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    MeetingApi.Content content() {
        return new MeetingApi.Content(
                topic, startsAt, (int) Duration.between(startsAt, endsAt).toMinutes(), timeZone);
    }

    void describe(PlannedMeeting plan) {
        topic = plan.topic();
        startsAt = plan.startsAt();
        endsAt = plan.endsAt();
        timeZone = plan.timeZone();
    }

    /** What of it counts towards the day's number. */
    ZoomPlan.Due due() {
        if (!wanted || fulfilled == wish) {
            return ZoomPlan.Due.NOTHING;
        }
        return zoomId == null
                ? ZoomPlan.Due.CREATE
                : content().fingerprint().equals(told) ? ZoomPlan.Due.NOTHING : ZoomPlan.Due.UPDATE;
    }

    boolean isDue(Instant now) {
        return fulfilled < wish && !dueAt.isAfter(now) && (claimedUntil == null || !claimedUntil.isAfter(now));
    }

    /** Another wish: to be fulfilled as soon as somebody comes to it. */
    void wish(boolean there, Instant now) {
        wanted = there;
        wish++;
        dueAt = now;
        attempts = 0;
        problem = null;
    }

    /** Zoom knows nothing of it (any more), as far as can be known. */
    void forget() {
        zoomId = null;
        told = null;
        asked = false;
    }

    void release() {
        claim = null;
        claimedUntil = null;
    }
}
