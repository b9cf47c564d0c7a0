package org.bearhug.course.testimonial;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.bearhug.kit.CloudEvent;
import org.bearhug.kit.FeedConsumer;
import org.hibernate.Session;

/**
 * Which carer came to which course, as booking-service tells: the places at which somebody was present, and no word of
 * a child. An instructor's own place does not count.
 */
@ApplicationScoped
class Attendances implements FeedConsumer.Handler {

    private static final String OVERWRITE =
            """
            INSERT INTO attended AS a (place_id, session_id, carer_id, present, version)
            SELECT :place, :session, :carer, :present, :version
             WHERE NOT EXISTS (SELECT FROM erased_account WHERE account_id = :carer)
            ON CONFLICT (place_id) DO UPDATE
               SET present = excluded.present, version = excluded.version
             WHERE a.version < excluded.version""";

    private static final String CAME =
            """
              FROM attended a
              JOIN session s ON s.id = a.session_id
              JOIN course c ON c.id = s.course_id AND c.instructor_id <> a.carer_id
             WHERE a.carer_id = :carer AND a.present""";

    private static final String CAME_TO = "SELECT EXISTS (SELECT " + CAME + " AND c.id = :course)";

    private static final String COURSES =
            "SELECT DISTINCT c.id, c.title " + CAME + " AND c.id < :before ORDER BY c.id DESC LIMIT :most";

    record Course(UUID id, String title) {}

    @Inject
    Session database;

    /** Whether this carer was present at a session of this course. */
    boolean cameTo(UUID course, UUID carer) {
        return database.createNativeQuery(CAME_TO, Boolean.class)
                .setParameter("course", course)
                .setParameter("carer", carer)
                .getSingleResult();
    }

    /** To which courses this carer came, the newest course first, below this one. */
    List<Course> coursesOf(UUID carer, UUID before, int most) {
        return database.createNativeQuery(COURSES, Object[].class)
                .setParameter("carer", carer)
                .setParameter("before", before)
                .setParameter("most", most)
                .setTupleTransformer((row, columns) -> new Course((UUID) row[0], (String) row[1]))
                .getResultList();
    }

    @Override
    public String feed() {
        return "booking-service";
    }

    @Override
    public void apply(CloudEvent event) {
        if (event.type().equals("attendance.recorded")) {
            database.createNativeMutationQuery(OVERWRITE)
                    .setParameter("place", UUID.fromString(event.subject()))
                    .setParameter("session", id(event, "sessionId"))
                    .setParameter("carer", id(event, "carerId"))
                    .setParameter(
                            "present", event.data().path("attendance").asText().equals("PRESENT"))
                    .setParameter("version", event.version())
                    .executeUpdate();
        }
    }

    private static UUID id(CloudEvent event, String field) {
        return UUID.fromString(event.data().path(field).asText());
    }
}
