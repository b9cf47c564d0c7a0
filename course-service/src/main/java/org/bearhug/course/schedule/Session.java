package org.bearhug.course.schedule;

import static java.util.Objects.requireNonNullElse;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.bearhug.kit.Refusal;
import org.hibernate.annotations.UuidGenerator;

/** One dated live class. The instants always are what wall time, zone and duration make them. */
@Entity
class Session extends PanacheEntityBase {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    UUID blockId;

    UUID courseId;

    LocalDateTime localStart;

    String timeZone;

    @Enumerated(EnumType.STRING)
    ClockChange clockChange;

    Instant startsAt;

    Instant endsAt;

    int durationMinutes;

    int capacity;

    @AttributeOverride(name = "amount", column = @Column(name = "drop_in_amount"))
    @AttributeOverride(name = "currency", column = @Column(name = "drop_in_currency"))
    Money dropInPrice;

    @AttributeOverride(name = "amount", column = @Column(name = "drop_in_minimum_amount"))
    @AttributeOverride(name = "currency", column = @Column(name = "drop_in_minimum_currency"))
    Money dropInMinimum;

    @AttributeOverride(name = "from", column = @Column(name = "age_from"))
    @AttributeOverride(name = "to", column = @Column(name = "age_to"))
    AgeWeeks ageWeeks;

    @Enumerated(EnumType.STRING)
    SessionState state = SessionState.SCHEDULED;

    String cancelReason;

    long version;

    static Session from(NewBlock wish, Block block, WallTime start) {
        Session session = new Session();
        session.blockId = block.id;
        session.courseId = block.courseId;
        session.capacity = wish.capacity();
        session.dropInPrice = block.dropInPrice;
        session.dropInMinimum = block.dropInMinimum;
        session.ageWeeks = block.ageWeeks;
        session.place(start, wish.durationMinutes());
        return session;
    }

    static List<Session> ofBlocks(List<UUID> blockIds) {
        return list("blockId in ?1 order by startsAt, id", blockIds);
    }

    void requireNotCancelled() {
        if (state == SessionState.CANCELLED) {
            throw new Refusal(409, "session-cancelled", "A cancelled session stays as it is.");
        }
    }

    boolean isToCome(Instant now) {
        return state == SessionState.SCHEDULED && now.isBefore(startsAt);
    }

    /** Returns when it starts now. */
    WallTime move(SessionChange change) {
        ZoneId zone = ZoneId.of(requireNonNullElse(change.timeZone(), timeZone));
        WallTime start = WallTime.of(requireNonNullElse(change.localStart(), localStart), zone);
        place(start, requireNonNullElse(change.durationMinutes(), durationMinutes));
        return start;
    }

    private void place(WallTime start, int minutes) {
        localStart = start.localStart();
        timeZone = start.zone().getId();
        clockChange = start.clockChange();
        durationMinutes = minutes;
        startsAt = start.instant();
        endsAt = startsAt.plus(Duration.ofMinutes(minutes));
    }

    void change(SessionChange change, Block block) {
        capacity = requireNonNullElse(change.capacity(), capacity);
        dropInPrice = change.dropInPriceFrom(dropInPrice);
        ageWeeks = requireNonNullElse(change.ageWeeks(), ageWeeks);
        ageWeeks.requireOrder();
        block.requireCurrencyOf(dropInPrice);
        dropInMinimum = change.minimumFrom(dropInMinimum, dropInPrice);
        Pricing.requireMinimum(dropInPrice, dropInMinimum);
    }

    void cancel(String reason) {
        state = SessionState.CANCELLED;
        cancelReason = reason;
    }
}
