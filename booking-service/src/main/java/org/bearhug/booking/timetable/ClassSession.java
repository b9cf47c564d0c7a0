package org.bearhug.booking.timetable;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A session as course-service last told; written by {@link TimetableFeed} alone. */
@Entity
@Immutable
class ClassSession {

    @Id
    UUID id;

    UUID courseId;
    UUID blockId;
    UUID instructorId;
    String title;
    Instant startsAt;
    Instant endsAt;
    LocalDateTime localStart;
    String timeZone;
    int ageFromWeeks;
    int ageToWeeks;
    Long dropInAmount;
    Long dropInMinimum;
    String currency;
    String state;
    boolean published;
    long version;
}
