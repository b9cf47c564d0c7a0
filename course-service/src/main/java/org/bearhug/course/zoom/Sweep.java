package org.bearhug.course.zoom;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bearhug.course.meeting.Meetings;

/**
 * Compares what a host has in Zoom with what it should have. A meeting that bears our mark and belongs to no session is
 * deleted; one that somebody has deleted is made anew, and one that somebody has changed is changed back.
 */
@ApplicationScoped
class Sweep {

    private static final Duration EVERY = Duration.ofHours(1);

    @Inject
    MeetingApi api;

    @Inject
    Meetings meetings;

    @Inject
    ZoomSettings settings;

    @Inject
    Clock clock;

    /** Looks once an hour; false when there was no need to. */
    boolean ifDue(ZoomHost host) {
        Instant now = clock.instant();
        if (now.isBefore(host.sweepAt)) {
            return false;
        }
        over(host);
        // A plan may be another one by now; who joins next finds out.
        QuarkusTransaction.requiringNew()
                .run(() -> ZoomHost.update("sweepAt = ?1, licensed = true where id = ?2", now.plus(EVERY), host.id));
        return true;
    }

    private void over(ZoomHost host) {
        Instant before = clock.instant();
        List<KnownMeeting> there = api.scheduled(host.connectionId, host.name);
        List<Long> orphans = QuarkusTransaction.requiringNew().call(() -> orphans(host, there));
        for (long orphan : orphans) {
            api.delete(host.connectionId, orphan);
        }
        QuarkusTransaction.requiringNew().run(() -> compare(host, there, before));
    }

    /** Not those of sessions that somebody works on just now, or that are still to be looked for. */
    private List<Long> orphans(ZoomHost host, List<KnownMeeting> there) {
        return there.stream()
                .filter(meeting -> Marker.session(settings.publicUrl, meeting.agenda())
                        .filter(session -> isOrphan(host, session, meeting.id()))
                        .isPresent())
                .map(KnownMeeting::id)
                .toList();
    }

    private static boolean isOrphan(ZoomHost host, UUID session, long id) {
        return ZoomMeeting.<ZoomMeeting>findByIdOptional(session)
                .map(row -> !row.hostId.equals(host.id)
                        || row.claim == null && (row.zoomId == null ? !row.asked : row.zoomId != id))
                .orElse(true);
    }

    private void compare(ZoomHost host, List<KnownMeeting> there, Instant before) {
        Map<Long, KnownMeeting> byId =
                there.stream().collect(Collectors.toMap(KnownMeeting::id, Function.identity(), (one, same) -> one));
        List<ZoomMeeting> settled = ZoomMeeting.list(
                "hostId = ?1 and wanted and zoomId is not null and fulfilled = wish and claim is null and startsAt > ?2 order by sessionId",
                host.id,
                before);
        for (ZoomMeeting candidate : settled) {
            ZoomMeeting.getEntityManager().refresh(candidate, LockModeType.PESSIMISTIC_WRITE);
            if (candidate.claim == null && candidate.zoomId != null && candidate.fulfilled == candidate.wish) {
                compare(candidate, byId.get(candidate.zoomId), before);
            }
        }
    }

    private void compare(ZoomMeeting row, KnownMeeting there, Instant now) {
        if (there == null) {
            lose(row, now);
        } else if (!there.content().fingerprint().equals(row.told)) {
            row.told = there.content().fingerprint();
            row.wish(true, now);
        }
    }

    /** Zoom says that it does not have this meeting, which was the session's. */
    void gone(UUID session, long zoomId) {
        QuarkusTransaction.requiringNew().run(() -> ZoomMeeting.locked(session)
                .filter(row -> row.wanted && row.zoomId != null && row.zoomId == zoomId)
                .ifPresent(row -> lose(row, clock.instant())));
    }

    /** Somebody has deleted it: another one is to be made. */
    void lose(ZoomMeeting row, Instant now) {
        row.forget();
        row.wish(true, now);
        meetings.zoomLost(row.sessionId);
    }
}
