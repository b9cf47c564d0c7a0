package org.bearhug.course.testimonial;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Consumer;
import org.bearhug.course.course.TaughtCourses;
import org.bearhug.course.course.Viewer;
import org.bearhug.kit.Refusal;
import org.hibernate.Session;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** The rules of testimonials: who came may write one, its instructor chooses whether it is shown, its writer takes it back. */
@ApplicationScoped
class Testimonials {

    /** Of two at once the second changes nothing. */
    private static final String WRITE =
            """
            INSERT INTO testimonial (id, course_id, carer_id, words, signature, state, consented_at)
            VALUES (:id, :course, :carer, :words, :signature, 'WAITING', :now)
            ON CONFLICT (course_id, carer_id) DO NOTHING""";

    @Inject
    TaughtCourses courses;

    @Inject
    Attendances attendances;

    @Inject
    Session database;

    @Inject
    Clock clock;

    /**
     * Keeps a carer's words until the instructor chooses.
     *
     * @throws Refusal 404 for a course that is not there, 403 {@code not-attended}, 409 {@code testimonial-exists}
     */
    @Transactional
    TestimonialView write(UUID carer, UUID courseId, String words, String signature) {
        courses.visible(courseId, new Viewer(null, false)).orElseThrow(() -> Refusal.notFound("course"));
        if (!attendances.cameTo(courseId, carer)) {
            throw new Refusal(403, "not-attended", "Those who came to a class of this course can tell how it was.");
        }
        UUID id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        int written = database.createNativeMutationQuery(WRITE)
                .setParameter("id", id)
                .setParameter("course", courseId)
                .setParameter("carer", carer)
                .setParameter("words", words)
                .setParameter("signature", signature)
                .setParameter("now", clock.instant())
                .executeUpdate();
        if (written == 0) {
            throw new Refusal(409, "testimonial-exists", "You have told how it was. Take it back to write it anew.");
        }
        return TestimonialView.of(Testimonial.findById(id));
    }

    @Transactional
    TestimonialView publish(UUID instructor, UUID id) {
        return choose(instructor, id, testimonial -> testimonial.publish(clock.instant()));
    }

    @Transactional
    TestimonialView hide(UUID instructor, UUID id) {
        return choose(instructor, id, Testimonial::hide);
    }

    private TestimonialView choose(UUID instructor, UUID id, Consumer<Testimonial> choice) {
        Testimonial testimonial = Testimonial.locked(id)
                .filter(found -> courses.visible(found.courseId, new Viewer(instructor, false))
                        .filter(course -> course.instructorId().equals(instructor))
                        .isPresent())
                .orElseThrow(() -> Refusal.notFound("testimonial"));
        choice.accept(testimonial);
        return TestimonialView.of(testimonial);
    }

    /** For good: without the carer's consent nothing is kept of it. */
    @Transactional
    void withdraw(UUID carer, UUID id) {
        Testimonial.locked(id)
                .filter(found -> found.carerId.equals(carer))
                .orElseThrow(() -> Refusal.notFound("testimonial"))
                .delete();
    }
}
