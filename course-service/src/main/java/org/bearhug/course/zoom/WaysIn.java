package org.bearhug.course.zoom;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.bearhug.kit.Refusal;
import org.bearhug.kit.Seal;
import org.jboss.logging.Logger;

/** Registers places for meetings when somebody is about to join, under an alias that means nothing to Zoom. */
@ApplicationScoped
class WaysIn {

    private static final Logger LOG = Logger.getLogger(WaysIn.class);

    /** What Zoom says when a host's plan has no registration. */
    private static final int NOT_IN_THE_PLAN = 200;

    /** What it says when somebody has taken it away from this one meeting. */
    private static final int NOT_OF_THIS_MEETING = 3000;

    @Inject
    RegistrantApi api;

    @Inject
    Sweep sweep;

    @Inject
    Seal seal;

    /** A meeting that one can register for. */
    private record Open(UUID connection, int hostId, long zoomId) {}

    /** What is known: a link already, or a meeting to register for, or neither. */
    private record Known(String sealedLink, Open open) {}

    /**
     * The sealed link of a place, or empty where there are none.
     *
     * @throws Refusal 410 {@code place-released}, 503 {@code zoom-unavailable}
     */
    Optional<String> open(UUID session, UUID place, String displayName) {
        Known known = QuarkusTransaction.requiringNew().call(() -> known(session, place));
        if (known.sealedLink() != null || known.open() == null) {
            return Optional.ofNullable(known.sealedLink());
        }
        Open open = known.open();
        try {
            RegistrantApi.Registrant made = api.register(open.connection(), open.zoomId(), place, displayName);
            return Optional.of(QuarkusTransaction.requiringNew().call(() -> keep(session, place, open, made)));
        } catch (ZoomFailure failure) {
            if (failure.kind() == ZoomFailure.Kind.REFUSED && failure.code() == NOT_IN_THE_PLAN) {
                QuarkusTransaction.requiringNew()
                        .run(() -> ZoomHost.update("licensed = false where id = ?1", open.hostId()));
                return Optional.empty();
            }
            if (failure.kind() == ZoomFailure.Kind.REFUSED && failure.code() == NOT_OF_THIS_MEETING) {
                return Optional.empty();
            }
            if (failure.kind() == ZoomFailure.Kind.GONE) {
                sweep.gone(session, open.zoomId());
            }
            LOG.infof("A private way into session %s has to wait: %s", session, failure.getMessage());
            throw unavailable();
        }
    }

    static Refusal unavailable() {
        return new Refusal(503, "zoom-unavailable", "Zoom does not answer. Please try again in a minute.")
                .retryAfter(Duration.ofSeconds(10));
    }

    private static Known known(UUID session, UUID place) {
        Optional<WayIn> way = WayIn.findByIdOptional(place);
        if (way.isPresent() && way.get().released) {
            throw released();
        }
        ZoomMeeting meeting = ZoomMeeting.findById(session);
        if (meeting == null || !meeting.wanted || meeting.zoomId == null) {
            return new Known(null, null);
        }
        ZoomHost host = ZoomHost.findById(meeting.hostId);
        if (way.isPresent() && meeting.zoomId.equals(way.get().zoomId)) {
            return new Known(way.get().sealedLink, null);
        }
        return new Known(null, host.licensed ? new Open(host.connectionId, host.id, meeting.zoomId) : null);
    }

    private static Refusal released() {
        return new Refusal(410, "place-released", "This place was given back.");
    }

    /** The place may have been released meanwhile: then the row only says whom to take off the list. */
    private String keep(UUID session, UUID place, Open open, RegistrantApi.Registrant made) {
        WayIn way = WayIn.of(place, session);
        way.zoomId = open.zoomId();
        way.registrantId = made.id();
        String sealed = seal.close(made.joinUrl(), "way-in:" + place);
        way.sealedLink = way.released ? null : sealed;
        return sealed;
    }
}
