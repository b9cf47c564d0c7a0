package org.bearhug.course.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.bearhug.course.course.PublicationState;
import org.bearhug.course.instructor.Instructor;
import org.bearhug.course.schedule.AgeWeeks;
import org.bearhug.kit.Page;
import org.bearhug.reads.Reading;

/** Lists of courses, each page by one query. */
@ApplicationScoped
class Catalogue {

    private static final Set<String> SHOWN = Set.of("course", "block", "session", "instructor");

    @Inject
    EntityManager entities;

    @Inject
    Clock clock;

    /**
     * What anybody may find: the best matches first, then the newest. It changes by itself when the next session of a
     * course that is shown begins, or of the one behind them, by which a next page is known.
     */
    Reading<Page<CourseCard>> published(CourseFilter filter, String cursor, int limit) {
        List<Tuple> fetched = fetch(CourseQuery.published(filter), cursor, limit);
        Instant next = fetched.stream()
                .map(row -> instant(row, "next_start"))
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
        return new Reading<>(page(fetched, limit), null, SHOWN, next);
    }

    /** All that an instructor has written, the newest first. */
    Page<CourseCard> of(UUID instructorId, String cursor, int limit) {
        return page(fetch(CourseQuery.of(instructorId), cursor, limit), limit);
    }

    private List<Tuple> fetch(CourseQuery query, String cursor, int limit) {
        query.after(Page.Cursor.read(cursor, CourseQuery.Place::read));
        var statement = entities.createNativeQuery(query.sql(), Tuple.class)
                .setParameter("now", clock.instant())
                .setParameter("limit", limit + 1);
        for (Map.Entry<String, Object> parameter : query.parameters().entrySet()) {
            statement.setParameter(parameter.getKey(), parameter.getValue());
        }
        return ((List<?>) statement.getResultList())
                .stream().map(Tuple.class::cast).toList();
    }

    private static Page<CourseCard> page(List<Tuple> fetched, int limit) {
        return Page.of(fetched, limit, Catalogue::place, Catalogue::card);
    }

    private static Page.Cursor place(Tuple row) {
        return Page.Cursor.after(row.get("rank"), instant(row, "sorted_at"), row.get("id"));
    }

    private static CourseCard card(Tuple row) {
        return new CourseCard(
                row.get("id", UUID.class),
                new Instructor(row.get("instructor_id", UUID.class), text(row, "instructor_name")),
                text(row, "title"),
                text(row, "topic"),
                text(row, "summary"),
                text(row, "description"),
                text(row, "what_to_bring"),
                text(row, "when_not_to_join"),
                text(row, "language"),
                PublicationState.valueOf(text(row, "state")),
                instant(row, "created_at"),
                row.get("age_from") == null
                        ? null
                        : new AgeWeeks(row.get("age_from", Integer.class), row.get("age_to", Integer.class)),
                instant(row, "next_start"));
    }

    private static String text(Tuple row, String column) {
        return row.get(column, String.class);
    }

    private static Instant instant(Tuple row, String column) {
        return row.get(column, Instant.class);
    }
}
