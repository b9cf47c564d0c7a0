package org.bearhug.course.course;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The courses, for the features that hang on them. */
@ApplicationScoped
public class TaughtCourses {

    /**
     * Keeps this instructor's course from changing until the transaction ends; others may do the same meanwhile. Empty
     * when it is not there or another's.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<TaughtCourse> hold(UUID id, UUID instructorId) {
        return Course.held(id)
                .filter(course -> course.instructorId.equals(instructorId))
                .map(TaughtCourse::of);
    }

    /** What these courses are called. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<UUID, String> titles(Collection<UUID> ids) {
        return Course.<Course>list("id in ?1", ids).stream()
                .collect(Collectors.toMap(course -> course.id, course -> course.title));
    }

    /** The course, unless it is not there or another's draft. */
    @Transactional
    public Optional<TaughtCourse> visible(UUID id, Viewer viewer) {
        return Course.<Course>findByIdOptional(id)
                .filter(course -> course.isVisibleTo(viewer))
                .map(TaughtCourse::of);
    }
}
