package org.bearhug.course.zoom;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bearhug.course.meeting.Meetings;
import org.bearhug.kit.Refusal;

/**
 * Which meetings there are to be. It is written in the transaction that changes the schedule and calls nobody; the worker
 * has Zoom fulfil it later.
 */
@ApplicationScoped
public class ZoomPlan {

    @Inject
    Accounts accounts;

    @Inject
    Placement placement;

    @Inject
    Meetings meetings;

    @Inject
    HostTasks tasks;

    @Inject
    Clock clock;

    /** What Zoom is still to do for a session; creates and updates count towards the day's number. */
    public enum Due {
        NOTHING,
        CREATE,
        UPDATE
    }

    /** What Zoom is still to do for this session, as far as is planned in the running transaction. */
    @Transactional(TxType.MANDATORY)
    public Due due(UUID sessionId) {
        return ZoomMeeting.<ZoomMeeting>findByIdOptional(sessionId)
                .map(ZoomMeeting::due)
                .orElse(Due.NOTHING);
    }

    /** Whether this instructor's sessions can have Zoom meetings: by an account of their own, or the platform's. */
    public boolean isOpenTo(UUID instructorId) {
        return accounts.of(instructorId).isPresent();
    }

    /**
     * Wants a meeting for each of these sessions.
     *
     * @throws Refusal 409 {@code zoom-not-connected}, {@code zoom-host-busy}, {@code zoom-daily-limit}
     */
    @Transactional(TxType.MANDATORY)
    public void want(UUID instructorId, Collection<PlannedMeeting> plans) {
        Accounts.Account account = accounts.of(instructorId)
                .orElseThrow(() -> new Refusal(409, "zoom-not-connected", "Connect Zoom first, or give a call link."));
        Instant now = clock.instant();
        List<ZoomHost> hosts = ZoomHost.locked(account.connection(), account.hosts(), now);
        Map<UUID, ZoomMeeting> known = known(plans);
        List<PlannedMeeting> wished =
                plans.stream().filter(PlannedMeeting::takesPlace).toList();
        List<UUID> unknown = wished.stream()
                .map(PlannedMeeting::sessionId)
                .filter(id -> !known.containsKey(id) || !known.get(id).wanted)
                .toList();
        placement.place(wished, known, hosts, now);
        meetings.awaitZoom(unknown);
        hosts.forEach(host -> tasks.add(host.id));
    }

    /** Carries what changed in the schedule into those meetings that are wanted; cancelled ones are not any more. */
    @Transactional(TxType.MANDATORY)
    public void follow(Collection<PlannedMeeting> plans) {
        Instant now = clock.instant();
        Map<UUID, ZoomMeeting> known = known(plans);
        known.values().removeIf(meeting -> !meeting.wanted);
        plans.stream()
                .filter(plan -> !plan.takesPlace())
                .map(plan -> known.get(plan.sessionId()))
                .filter(meeting -> meeting != null)
                .forEach(meeting -> cancel(meeting, now));
        List<PlannedMeeting> differing = plans.stream()
                .filter(PlannedMeeting::takesPlace)
                .filter(plan -> known.containsKey(plan.sessionId()))
                .filter(plan -> !plan.isAs(known.get(plan.sessionId())))
                .toList();
        if (!differing.isEmpty()) {
            UUID connection =
                    ZoomHost.<ZoomHost>findById(known.get(differing.get(0).sessionId()).hostId).connectionId;
            placement.place(differing, known, ZoomHost.locked(connection, accounts.hostsOf(connection), now), now);
        }
    }

    private void cancel(ZoomMeeting meeting, Instant now) {
        meeting.wish(false, now);
        meetings.put(List.of(meeting.sessionId), Optional.empty());
    }

    /** The meetings of these sessions are not wanted any more. */
    @Transactional(TxType.MANDATORY)
    public void drop(Collection<UUID> sessionIds) {
        Instant now = clock.instant();
        ZoomMeeting.locked(sessionIds).stream()
                .filter(meeting -> meeting.wanted)
                .forEach(meeting -> meeting.wish(false, now));
    }

    /** The meetings of these sessions are not wanted any more, and what they were called is not kept. */
    @Transactional(TxType.MANDATORY)
    public void erase(Collection<UUID> sessionIds, String topic) {
        drop(sessionIds);
        ZoomMeeting.locked(sessionIds).forEach(meeting -> {
            meeting.topic = topic;
            meeting.told = null;
        });
    }

    private static Map<UUID, ZoomMeeting> known(Collection<PlannedMeeting> plans) {
        return ZoomMeeting.locked(plans.stream().map(PlannedMeeting::sessionId).toList()).stream()
                .collect(Collectors.toMap(meeting -> meeting.sessionId, Function.identity()));
    }
}
