package org.bearhug.course.zoom;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.bearhug.course.meeting.Meetings;

/** Takes one wish after the other and writes down what came of it, each in a transaction of its own. */
@ApplicationScoped
class Claims {

    /** More than all calls for one meeting take together, in the time after which one is given up. */
    private static final int CALLS = 18;

    private static final String NEXT =
            """
            hostId = ?1 and fulfilled < wish and dueAt <= ?2 and (claimedUntil is null or claimedUntil <= ?2)
            and (wanted = false or endsAt > ?2) order by startsAt, sessionId""";

    @Inject
    Budget budget;

    @Inject
    Meetings meetings;

    @Inject
    ZoomSettings settings;

    @Inject
    Clock clock;

    /** A wish as it was when it was claimed. */
    record Claim(
            UUID id,
            UUID sessionId,
            int hostId,
            UUID connection,
            String host,
            boolean wanted,
            MeetingApi.Content content,
            long wish,
            Long zoomId,
            String told,
            boolean asked,
            int attempts) {}

    /** The nearest session first. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Optional<Claim> next(ZoomHost host) {
        Instant now = clock.instant();
        return ZoomMeeting.<ZoomMeeting>find(NEXT, host.id, now)
                .firstResultOptional()
                .flatMap(found -> {
                    ZoomMeeting.getEntityManager().detach(found);
                    return ZoomMeeting.locked(found.sessionId)
                            .filter(row -> row.isDue(now))
                            .map(row -> claim(host, row, now));
                });
    }

    private Claim claim(ZoomHost host, ZoomMeeting row, Instant now) {
        row.claim = UUID.randomUUID();
        row.claimedUntil = now.plus(held());
        row.attempts++;
        return new Claim(
                row.claim,
                row.sessionId,
                row.hostId,
                host.connectionId,
                host.name,
                row.wanted,
                row.content(),
                row.wish,
                row.zoomId,
                row.told,
                row.asked,
                row.attempts);
    }

    private Duration held() {
        return settings.timeout.multipliedBy(CALLS);
    }

    /**
     * Counts a create or an update before it is made, and remembers that one is on its way.
     *
     * @throws ZoomFailure when today's number is reached, or another instance has taken over
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void spend(Claim claim) {
        Instant now = clock.instant();
        ZoomMeeting row = ZoomMeeting.locked(claim.sessionId())
                .filter(each -> claim.id().equals(each.claim))
                .orElseThrow(() -> ZoomFailure.unsure("another instance has taken over"));
        if (!budget.spend(claim.hostId(), now)) {
            throw ZoomFailure.dailyLimit(ZoomCalls.tomorrow(now));
        }
        row.asked = true;
        row.claimedUntil = now.plus(held());
    }

    /** Zoom has the meeting, and was told this of it. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void made(Claim claim, MeetingApi.Known meeting) {
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
