package org.bearhug.course.entry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.UUID;
import org.bearhug.course.course.Courses;
import org.bearhug.kit.Refusal;

/**
 * Which entry and which course an external id names. A name is held by one transaction at a time, so that whoever comes
 * second finds what the first has made. An entry's is held before a course's.
 */
@ApplicationScoped
class ExternalNames {

    @Inject
    EntityManager entities;

    @Inject
    Courses courses;

    /** Waits until nobody else writes this entry; the transaction reads what they left. */
    @Transactional(TxType.MANDATORY)
    void holdEntry(UUID instructorId, String externalId) {
        hold("class-entry " + instructorId + " " + externalId);
    }

    /** The course that is meant; it is written when its name is new. */
    @Transactional(TxType.MANDATORY)
    UUID course(UUID instructorId, EntryWish wish) {
        if (wish.courseId() != null) {
            return wish.courseId();
        }
        hold("external-course " + instructorId + " " + wish.externalCourseId());
        return ExternalCourse.find(instructorId, wish.externalCourseId()).orElseGet(() -> open(instructorId, wish));
    }

    private UUID open(UUID instructorId, EntryWish wish) {
        if (wish.course() == null) {
            throw Refusal.invalid("#/course", "This course is new: say its title, topic and summary.");
        }
        UUID id = courses.open(instructorId, wish.course());
        ExternalCourse.of(id, instructorId, wish.externalCourseId()).persist();
        return id;
    }

    /** Whether the wish names this course. */
    @Transactional(TxType.MANDATORY)
    boolean meansCourse(UUID instructorId, EntryWish wish, UUID courseId) {
        return wish.courseId() == null
                ? ExternalCourse.find(instructorId, wish.externalCourseId())
                        .filter(courseId::equals)
                        .isPresent()
                : wish.courseId().equals(courseId);
    }

    private void hold(String name) {
        entities.createNativeQuery("SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(:name, 0))", Integer.class)
                .setParameter("name", name)
                .getSingleResult();
    }
}
