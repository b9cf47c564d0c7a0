package org.bearhug.course.testimonial;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A carer's words on a course, at most one of each carer. Nobody changes them; withdrawn, they are gone. */
@Entity
class Testimonial extends PanacheEntityBase {

    @Id
    UUID id;

    UUID courseId;

    UUID carerId;

    String words;

    String signature;

    @Enumerated(EnumType.STRING)
    TestimonialState state;

    Instant consentedAt;

    Instant publishedAt;

    /** The newest first, below this one; those that wait or are hidden only when all are wanted. */
    static List<Testimonial> page(UUID course, boolean all, UUID before, int size) {
        return find(
                        "courseId = ?1 and id < ?2 and (?3 = true or state = ?4) order by id desc",
                        course,
                        before,
                        all,
                        TestimonialState.PUBLISHED)
                .page(0, size)
                .list();
    }

    /** Those of this instructor's courses of which nothing is chosen yet, the oldest first, after this one. */
    static List<Testimonial> waiting(UUID instructor, UUID after, int size) {
        return find(
                        "state = ?1 and id > ?2 and courseId in (select id from Course where instructorId = ?3) order by id",
                        TestimonialState.WAITING,
                        after,
                        instructor)
                .page(0, size)
                .list();
    }

    static List<Testimonial> of(UUID carer, Collection<UUID> courses) {
        return list("carerId = ?1 and courseId in ?2", carer, courses);
    }

    static Optional<Testimonial> locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    void publish(Instant now) {
        if (state != TestimonialState.PUBLISHED) {
            state = TestimonialState.PUBLISHED;
            publishedAt = now;
        }
    }

    void hide() {
        state = TestimonialState.HIDDEN;
        publishedAt = null;
    }
}
