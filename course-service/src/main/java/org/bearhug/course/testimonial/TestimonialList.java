package org.bearhug.course.testimonial;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bearhug.course.course.TaughtCourse;
import org.bearhug.course.course.TaughtCourses;
import org.bearhug.course.course.Viewer;
import org.bearhug.kit.Page;
import org.bearhug.kit.Refusal;

/** Reading testimonials: of a course, of those who wait for its instructor, and one's own. */
@ApplicationScoped
class TestimonialList {

    @Inject
    TaughtCourses courses;

    @Inject
    Attendances attendances;

    /** The newest first: those that are shown, and all to the course's instructor and the admin. */
    @Transactional
    Page<TestimonialView> page(UUID courseId, Viewer viewer, UUID before, int limit) {
        TaughtCourse course = courses.visible(courseId, viewer).orElseThrow(() -> Refusal.notFound("course"));
        boolean all = viewer.seesDraftsOf(course.instructorId());
        List<Testimonial> fetched = Testimonial.page(courseId, all, before, limit + 1);
        return Page.of(fetched, limit, last -> Page.Cursor.after(last.id), TestimonialView::of);
    }

    /** What waits for this instructor's choice, the oldest first. */
    @Transactional
    Page<TestimonialView> waiting(UUID instructor, UUID after, int limit) {
        List<Testimonial> fetched = Testimonial.waiting(instructor, after, limit + 1);
        return Page.of(fetched, limit, last -> Page.Cursor.after(last.id), TestimonialView::of);
    }

    /** The courses that this carer came to, with what they wrote of them. */
    @Transactional
    Page<AttendedCourse> attended(UUID carer, UUID before, int limit) {
        List<Attendances.Course> fetched = attendances.coursesOf(carer, before, limit + 1);
        Map<UUID, TestimonialView> written =
                Testimonial.of(
                                carer,
                                fetched.stream().map(Attendances.Course::id).toList())
                        .stream()
                        .map(TestimonialView::of)
                        .collect(Collectors.toMap(TestimonialView::courseId, Function.identity()));
        return Page.of(
                fetched,
                limit,
                last -> Page.Cursor.after(last.id()),
                course -> new AttendedCourse(course.id(), course.title(), written.get(course.id())));
    }
}
