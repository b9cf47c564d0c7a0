package org.bearhug.course.catalogue;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bearhug.course.schedule.Days;

/**
 * The one SQL query of a page of courses. It is ordered by what never changes while pages are read, so that none is lost
 * or doubled when others come: how well it matches, when it was published or written, and its id.
 */
final class CourseQuery {

    private static final String SELECT =
            """
            SELECT c.id, c.instructor_id, i.name AS instructor_name, c.title, c.topic, c.summary, c.description,
                   c.what_to_bring, c.when_not_to_join, c.language, c.state, c.created_at,
                   n.age_from, n.age_to, n.next_start, %s AS rank, c.%s AS sorted_at
              FROM course c
              LEFT JOIN instructor i ON i.id = c.instructor_id
              LEFT JOIN LATERAL (
                   SELECT min(s.starts_at) AS next_start, min(s.age_from) AS age_from, max(s.age_to) AS age_to
                     FROM session s JOIN block b ON b.id = s.block_id AND b.state = 'PUBLISHED'
                    WHERE s.course_id = c.id AND s.state = 'SCHEDULED' AND s.starts_at > :now%s) n ON true
             WHERE %s
             ORDER BY rank DESC, sorted_at DESC, c.id DESC
             LIMIT :limit""";

    /** In millionths, since a fraction would not survive its way through a cursor. */
    private static final String RANK = "(1000000 * ts_rank(c.search, to_tsquery('english', :words)))::integer";

    private final StringBuilder sessions = new StringBuilder();
    private final StringBuilder courses;
    private final Map<String, Object> parameters = new HashMap<>();
    private final String sortedAt;
    private String rank = "0";

    private CourseQuery(String courses, String sortedAt) {
        this.courses = new StringBuilder(courses);
        this.sortedAt = sortedAt;
    }

    static CourseQuery of(UUID instructorId) {
        return new CourseQuery("c.instructor_id = :instructor", "created_at").with("instructor", instructorId);
    }

    static CourseQuery published(CourseFilter filter) {
        CourseQuery query = new CourseQuery("c.state = 'PUBLISHED'", "published_at");
        if (filter.q() != null) {
            query.search(filter.words());
        }
        query.course("c.topic = :topic", "topic", filter.topic());
        query.course("c.instructor_id = :instructor", "instructor", filter.instructor());
        query.session(":age BETWEEN s.age_from AND s.age_to", "age", filter.ageWeeks());
        if (filter.days().areAsked()) {
            query.session("s.local_start >= :begin", "begin", filter.days().begin());
            query.session("s.local_start < :end", "end", filter.days().end());
        }
        if (filter.asksForSessions()) {
            query.courses.append(" AND n.next_start IS NOT NULL");
        }
        return query;
    }

    private void search(String words) {
        if (words == null) {
            courses.append(" AND false");
            return;
        }
        rank = RANK;
        courses.append(" AND c.search @@ to_tsquery('english', :words)");
        with("words", words);
    }

    /** Goes on behind this place; null for the beginning. */
    void after(Place place) {
        if (place != null) {
            courses.append(" AND (%s, c.%s, c.id) < (:rank, :sortedAt, :id)".formatted(rank, sortedAt));
            with("rank", place.rank()).with("sortedAt", place.sortedAt()).with("id", place.id());
        }
    }

    private void course(String condition, String name, Object value) {
        if (value != null) {
            courses.append(" AND ").append(condition);
            with(name, value);
        }
    }

    private void session(String condition, String name, Object value) {
        if (value != null) {
            sessions.append(" AND ").append(condition);
            with(name, value);
        }
    }

    private CourseQuery with(String name, Object value) {
        parameters.put(name, value);
        return this;
    }

    String sql() {
        return SELECT.formatted(rank, sortedAt, sessions, courses);
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    /** Where a page ends. */
    record Place(int rank, Instant sortedAt, UUID id) {
        static Place read(List<String> keys) {
            return new Place(Integer.parseInt(keys.get(0)), Days.instant(keys.get(1)), UUID.fromString(keys.get(2)));
        }
    }
}
