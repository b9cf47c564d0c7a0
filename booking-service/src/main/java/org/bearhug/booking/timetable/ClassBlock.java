package org.bearhug.booking.timetable;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A block as course-service last told; written by {@link TimetableFeed} alone. */
@Entity
@Immutable
class ClassBlock {

    @Id
    UUID id;

    UUID courseId;
    UUID instructorId;
    String state;
    UUID[] sessionIds;
    long priceAmount;
    String currency;
    Long minimumAmount;
    Long earlyAmount;
    LocalDate earlyUntil;
    int siblingPercent;
    boolean proRata;
    String timeZone;

    @Embedded
    Terms terms;

    long version;
}
