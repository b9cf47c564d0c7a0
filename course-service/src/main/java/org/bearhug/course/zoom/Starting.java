package org.bearhug.course.zoom;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.UUID;
import org.bearhug.course.meeting.Meetings;
import org.bearhug.kit.Refusal;

/** Where an instructor starts a call. */
@ApplicationScoped
class Starting {

    private static final String OWN =
            "select count(s) from Session s join Course c on c.id = s.courseId where s.id = :id and c.instructorId = :own";

    @Inject
    MeetingApi api;

    @Inject
    Meetings meetings;

    @Inject
    Sweep sweep;

    @Inject
    EntityManager entities;

    /** The meeting to ask Zoom for, or the link that the instructor gave. */
    private record Found(UUID connection, Long zoomId, String link) {}

    /**
     * The host's address of the call.
     *
     * @throws Refusal 404 for another's session, 409 {@code no-meeting}, 503 {@code zoom-unavailable}
     */
    URI addressOf(UUID instructor, UUID session) {
        Found found = QuarkusTransaction.requiringNew().call(() -> find(instructor, session));
        return found.zoomId() == null ? address(found.link()) : ask(session, found);
    }

    private Found find(UUID instructor, UUID session) {
        long own = entities.createQuery(OWN, Long.class)
                .setParameter("id", session)
                .setParameter("own", instructor)
                .getSingleResult();
        if (own == 0) {
            throw Refusal.notFound("session");
        }
        Optional<ZoomMeeting> meeting =
                ZoomMeeting.<ZoomMeeting>findByIdOptional(session).filter(row -> row.wanted);
        if (meeting.isEmpty()) {
            return new Found(
                    null,
                    null,
                    meetings.linkOf(session)
                            .orElseThrow(() -> new Refusal(409, "no-meeting", "This session has no call.")));
        }
        if (meeting.get().zoomId == null) {
            throw WaysIn.unavailable();
        }
        ZoomHost host = ZoomHost.findById(meeting.get().hostId);
        return new Found(host.connectionId, meeting.get().zoomId, null);
    }

    private URI ask(UUID session, Found found) {
        try {
            return address(api.read(found.connection(), found.zoomId())
                    .path("start_url")
                    .asText());
        } catch (ZoomFailure failure) {
            if (failure.kind() == ZoomFailure.Kind.GONE) {
                sweep.gone(session, found.zoomId());
            }
            throw WaysIn.unavailable();
        }
    }

    private static URI address(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException unusable) {
            // Without its cause, which would take the address into the log.
            throw new IllegalStateException("what was given is no address");
        }
    }
}
