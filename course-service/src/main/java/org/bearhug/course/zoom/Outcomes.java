package org.bearhug.course.zoom;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.function.Consumer;
import org.bearhug.course.meeting.Meetings;

/** Writes down what came of a wish, for whoever still holds its claim; each in a transaction of its own. */
@ApplicationScoped
class Outcomes {

    @Inject
    Meetings meetings;

    /** Zoom has the meeting, and was told this of it. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void made(Claim claim, KnownMeeting meeting) {
        settle(claim, row -> {
            row.zoomId = meeting.id();
            row.asked = true;
            told(row, claim, meeting.content().fingerprint());
            if (row.wanted) {
                meetings.zoomMade(row.sessionId, meeting.joinUrl());
            }
        });
    }

    /** Zoom was told what is wanted. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void updated(Claim claim) {
        settle(claim, row -> told(row, claim, claim.content().fingerprint()));
    }

    private static void told(ZoomMeeting row, Claim claim, String fingerprint) {
        row.told = fingerprint;
        if (fingerprint.equals(claim.content().fingerprint())) {
            row.fulfilled = claim.wish();
        }
    }

    /** Zoom has no meeting for the session. If one is wanted, another one is to be made. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void gone(Claim claim) {
        settle(claim, row -> {
            row.forget();
            if (!claim.wanted()) {
                row.fulfilled = claim.wish();
            } else if (row.wanted) {
                meetings.zoomLost(row.sessionId);
            }
        });
    }

    /** It did not work; to be tried again then. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void failed(Claim claim, String problem, Instant again) {
        settle(claim, row -> {
            row.attempts = claim.attempts();
            row.problem = problem;
            if (row.wish == claim.wish()) {
                row.dueAt = again;
            }
        });
    }

    private static void settle(Claim claim, Consumer<ZoomMeeting> outcome) {
        ZoomMeeting.locked(claim.sessionId())
                .filter(row -> claim.id().equals(row.claim))
                .filter(row -> row.hostId == claim.hostId())
                .ifPresent(row -> {
                    row.attempts = 0;
                    row.problem = null;
                    row.release();
                    outcome.accept(row);
                });
    }
}
