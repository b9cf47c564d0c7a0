package org.bearhug.course.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.bearhug.kit.PersonalData;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.Session;

/** Looks over everything that is kept under a person's id. Where a call is stays sealed. */
@ApplicationScoped
@Path("/v1/accounts/{id}")
@Tag(name = "privacy")
class HeldData extends PersonalData {

    private static final String HELD =
            """
            SELECT (held_about(:id, '{account_id,instructor_id,carer_id,author_id}') || jsonb_build_object(
                'instructor', (SELECT jsonb_agg(to_jsonb(i)) FROM instructor i WHERE i.id = :id),
                'zoom_connection', (SELECT jsonb_agg(jsonb_build_object(
                        'state', z.state, 'scopes', z.scopes, 'refreshed_at', z.refreshed_at))
                      FROM zoom_connection z WHERE z.id = :id),
                'block', (SELECT jsonb_agg(to_jsonb(b)) FROM block b
                           WHERE b.course_id IN (SELECT id FROM course WHERE instructor_id = :id)),
                'session', (SELECT jsonb_agg(to_jsonb(s)) FROM session s
                             WHERE s.course_id IN (SELECT id FROM course WHERE instructor_id = :id))))::text""";

    private static final String ERASURE =
            """
            SELECT jsonb_build_object(
                       'coursesArchived',
                       (SELECT count(*) FROM course WHERE instructor_id = e.account_id AND state = 'ARCHIVED'),
                       'coursesStillOpen',
                       (SELECT count(*) FROM course WHERE instructor_id = e.account_id AND state <> 'ARCHIVED'),
                       'sessionsToComeStillScheduled',
                       (SELECT count(*)
                          FROM session s JOIN course c ON c.id = s.course_id
                         WHERE c.instructor_id = e.account_id AND s.state = 'SCHEDULED' AND s.starts_at > :now),
                       'testimonialsLeft', (SELECT count(*) FROM testimonial WHERE carer_id = e.account_id),
                       'namesLeft',
                       (SELECT count(*) FROM instructor WHERE id = e.account_id AND name IS NOT NULL))::text
              FROM erased_account e
             WHERE e.account_id = :id""";

    @Inject
    Session database;

    @Inject
    Clock clock;

    @Override
    @Transactional
    protected String held(UUID account) {
        return database.createNativeQuery(HELD, String.class)
                .setParameter("id", account)
                .getSingleResult();
    }

    @Override
    @Transactional
    protected Optional<String> left(UUID account) {
        return database.createNativeQuery(ERASURE, String.class)
                .setParameter("id", account)
                .setParameter("now", clock.instant())
                .uniqueResultOptional();
    }
}
