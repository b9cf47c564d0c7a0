package org.bearhug.course.zoom;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Takes one wish after the other, each in a transaction of its own; {@link Outcomes} says what came of it. */
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
    ZoomSettings settings;

    @Inject
    Clock clock;

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
        return Claim.of(host, row);
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
}
