package org.bearhug.twin;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.UUID;

/** One live class. */
@Entity
@Table(name = "class_session")
class ClassSession {

    @Id
    UUID id;

    String title;

    Instant startsAt;

    Instant endsAt;

    LocalDateTime localStart;

    String timeZone;

    int ageFromWeeks;

    int ageToWeeks;

    Long dropInAmount;

    String currency;

    String state;

    boolean published;

    boolean isForSale(Instant now) {
        return state.equals("SCHEDULED") && dropInAmount != null && now.isBefore(startsAt);
    }
}
