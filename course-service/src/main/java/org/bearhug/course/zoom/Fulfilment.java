package org.bearhug.course.zoom;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Has Zoom fulfil one wish. Zoom has no idempotent create, and an answer may be lost after the meeting was made: so each
 * meeting carries its session's mark, and one is only asked for again after a look at what there is.
 */
@ApplicationScoped
class Fulfilment {

    @Inject
    MeetingApi api;

    @Inject
    Claims claims;

    @Inject
    Outcomes outcomes;

    @Inject
    ZoomSettings settings;

    /** @throws ZoomFailure when it is to be tried again */
    void of(Claim claim) {
        if (!claim.wanted()) {
            remove(claim);
        } else if (claim.zoomId() == null) {
            make(claim);
        } else {
            adjust(claim);
        }
    }

    private void make(Claim claim) {
        Optional<KnownMeeting> there = claim.asked() ? look(claim) : Optional.empty();
        if (there.isPresent()) {
            outcomes.made(claim, there.get());
        } else {
            claims.spend(claim);
            KnownMeeting made = api.create(claim.connection(), claim.host(), claim.sessionId(), claim.content());
            outcomes.made(claim, made);
        }
    }

    private Optional<KnownMeeting> look(Claim claim) {
        return api.scheduled(claim.connection(), claim.host()).stream()
                .filter(meeting -> Marker.session(settings.publicUrl, meeting.agenda())
                        .filter(claim.sessionId()::equals)
                        .isPresent())
                .findFirst();
    }

    /** Costs nothing when Zoom was told all of it already. */
    private void adjust(Claim claim) {
        if (!claim.content().fingerprint().equals(claim.told())) {
            claims.spend(claim);
            try {
                api.update(claim.connection(), claim.zoomId(), claim.content());
            } catch (ZoomFailure failure) {
                if (failure.kind() != ZoomFailure.Kind.GONE) {
                    throw failure;
                }
                outcomes.gone(claim);
                return;
            }
        }
        outcomes.updated(claim);
    }

    private void remove(Claim claim) {
        Long id = claim.zoomId();
        if (id == null && claim.asked()) {
            id = look(claim).map(KnownMeeting::id).orElse(null);
        }
        if (id != null) {
            api.delete(claim.connection(), id);
        }
        outcomes.gone(claim);
    }
}
