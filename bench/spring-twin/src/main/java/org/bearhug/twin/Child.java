package org.bearhug.twin;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Who takes part. */
@Entity
class Child {

    @Id
    UUID id;

    UUID carerId;

    String name;

    LocalDate bornOn;

    boolean erased;

    long ageInWeeks(ClassSession session) {
        return ChronoUnit.WEEKS.between(bornOn, session.localStart.toLocalDate());
    }
}
