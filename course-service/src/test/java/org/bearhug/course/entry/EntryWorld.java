package org.bearhug.course.entry;

import static org.bearhug.course.Teaching.course;
import static org.bearhug.testing.Person.INES;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Inject;
import java.time.Instant;
import org.bearhug.course.Teaching;
import org.bearhug.testing.TestClock;
import org.junit.jupiter.api.BeforeEach;

/** A website that writes class entries, and a course of Ines's for them. */
abstract class EntryWorld {

    final Integration website = Integration.of(INES);

    /** An id, or the beginning of ids, that no other test uses. */
    final String name = Integration.name();

    @Inject
    AgroalDataSource database;

    String course;

    @BeforeEach
    void there_is_a_course() {
        TestClock.set(Instant.parse(Teaching.NOW));
        course = course(INES, "Entered");
    }
}
