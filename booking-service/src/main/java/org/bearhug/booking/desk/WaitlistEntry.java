package org.bearhug.booking.desk;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.Session;

/** A family in line, as a unit. Whoever changes it holds the lock of its course's line. */
@Entity
class WaitlistEntry extends PanacheEntityBase {

    /** Where a family stands. */
    @Schema(name = "WaitlistState")
    enum State {
        WAITING,
        OFFERED,
        ACCEPTED,
        OFFER_EXPIRED,
        LEFT
    }

    @Id
    UUID id;

    @Column(insertable = false, updatable = false)
    long nth;

    UUID carerId;

    UUID courseId;

    String title;

    UUID[] blockIds;

    UUID sessionId;

    UUID[] childIds;

    @Enumerated(EnumType.STRING)
    State state;

    Instant joinedAt;

    UUID holdId;

    Instant offerExpiresAt;

    UUID bookingId;

    @Version
    long version;

    static Optional<WaitlistEntry> of(UUID carer, UUID id) {
        return find("id = ?1 and carerId = ?2", id, carer).firstResultOptional();
    }

    /** The newest first, below this one. */
    static List<WaitlistEntry> page(UUID carer, UUID before, int size) {
        return find("carerId = ?1 and id < ?2 order by id desc", carer, before)
                .page(0, size)
                .list();
    }

    /** In the order of the line. */
    static List<WaitlistEntry> waiting(UUID course) {
        return list("courseId = ?1 and state = ?2 order by nth", course, State.WAITING);
    }

    /** Those of any carer who wait with this child or are offered something, in the order in which lines are locked. */
    static List<WaitlistEntry> inLineWith(UUID child) {
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(
                        """
                        SELECT * FROM waitlist_entry
                         WHERE :child = ANY(child_ids) AND state IN ('WAITING', 'OFFERED') ORDER BY course_id, id""",
                        WaitlistEntry.class)
                .setParameter("child", child)
                .getResultList();
    }

    static List<WaitlistEntry> expired(UUID course, Instant now) {
        return list("courseId = ?1 and state = ?2 and offerExpiresAt <= ?3", course, State.OFFERED, now);
    }

    /** Of the family to whom this is offered; read before the line is locked. */
    static Optional<UUID> courseOffered(UUID hold) {
        return getEntityManager()
                .createQuery("select courseId from WaitlistEntry where holdId = :hold", UUID.class)
                .setParameter("hold", hold)
                .getResultStream()
                .findFirst();
    }

    static Optional<WaitlistEntry> offeredBy(UUID hold) {
        return find("holdId = ?1 and state = ?2", hold, State.OFFERED).firstResultOptional();
    }

    /** What it waits for, the most wanted first: blocks, or else the session. */
    List<Wanted> options() {
        List<UUID> children = List.of(childIds);
        return sessionId != null
                ? List.of(new Wanted(null, sessionId, children))
                : List.of(blockIds).stream()
                        .map(block -> new Wanted(block, null, children))
                        .toList();
    }

    /** As it is at this time: whether the job came or not, an offer past its time is none. */
    State state(Instant now) {
        return state == State.OFFERED && !now.isBefore(offerExpiresAt) ? State.OFFER_EXPIRED : state;
    }

    boolean isInLine() {
        return state == State.WAITING || state == State.OFFERED;
    }

    void offered(UUID hold, Instant expiresAt) {
        state = State.OFFERED;
        holdId = hold;
        offerExpiresAt = expiresAt;
    }

    /** What was offered is no longer there; it waits on, or is out of line. */
    void waitAgain(boolean again) {
        state = again ? State.WAITING : State.LEFT;
        holdId = null;
        offerExpiresAt = null;
    }

    void accepted(UUID booking) {
        state = State.ACCEPTED;
        bookingId = booking;
    }
}
