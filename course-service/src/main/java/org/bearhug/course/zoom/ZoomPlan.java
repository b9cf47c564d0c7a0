package org.bearhug.course.zoom;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    ZoomSettings settings;

    @Inject
    Budget budget;

    @Inject
    Meetings meetings;

    @Inject
    HostTasks tasks;

    @Inject
    Clock clock;

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
        place(wished, known, hosts, now);
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
                .filter(plan -> differs(known.get(plan.sessionId()), plan))
                .toList();
        if (!differing.isEmpty()) {
            UUID connection =
                    ZoomHost.<ZoomHost>findById(known.get(differing.get(0).sessionId()).hostId).connectionId;
            place(differing, known, ZoomHost.locked(connection, accounts.hostsOf(connection), now), now);
        }
    }

    private void cancel(ZoomMeeting meeting, Instant now) {
        meeting.wish(false, now);
        meetings.put(List.of(meeting.sessionId), Optional.empty());
    }

    private static boolean differs(ZoomMeeting meeting, PlannedMeeting plan) {
        return !(meeting.topic.equals(plan.topic())
                && meeting.startsAt.equals(plan.startsAt())
                && meeting.endsAt.equals(plan.endsAt())
                && meeting.timeZone.equals(plan.timeZone()));
    }

    /** The meetings of these sessions are not wanted any more. */
    @Transactional(TxType.MANDATORY)
    public void drop(Collection<UUID> sessionIds) {
        Instant now = clock.instant();
        ZoomMeeting.locked(sessionIds).stream()
                .filter(meeting -> meeting.wanted)
                .forEach(meeting -> meeting.wish(false, now));
    }

    private static Map<UUID, ZoomMeeting> known(Collection<PlannedMeeting> plans) {
        return ZoomMeeting.locked(plans.stream().map(PlannedMeeting::sessionId).toList()).stream()
                .collect(Collectors.toMap(meeting -> meeting.sessionId, Function.identity()));
    }

    private void place(List<PlannedMeeting> plans, Map<UUID, ZoomMeeting> known, List<ZoomHost> hosts, Instant now) {
        Lanes lanes = new Lanes(hosts, settings.meetingsAtOnce, others(plans, hosts));
        for (PlannedMeeting plan : plans) {
            ZoomMeeting meeting = known.get(plan.sessionId());
            Lanes.Lane lane = lanes.take(plan, meeting == null ? null : meeting.hostId)
                    .orElseThrow(() -> new Refusal(
                                    409, "zoom-host-busy", "Zoom's host has another meeting at one of these times.")
                            .with("sessionId", plan.sessionId())
                            .with("startsAt", plan.startsAt()));
            write(meeting, plan, lane, now);
        }
        ZoomMeeting.flush();
        if (plans.stream().anyMatch(plan -> plan.startsAt().isBefore(ZoomCalls.tomorrow(now)))) {
            hosts.forEach(host -> budget.requireRoom(host.id, now));
        }
    }

    private static List<ZoomMeeting> others(List<PlannedMeeting> plans, List<ZoomHost> hosts) {
        Stream<Instant> starts = plans.stream().map(PlannedMeeting::startsAt);
        Stream<Instant> ends = plans.stream().map(PlannedMeeting::endsAt);
        return ZoomMeeting.list(
                "hostId in ?1 and wanted and endsAt > ?2 and startsAt < ?3 and sessionId not in ?4",
                hosts.stream().map(host -> host.id).toList(),
                starts.min(Comparator.naturalOrder()).orElse(Instant.MAX),
                ends.max(Comparator.naturalOrder()).orElse(Instant.MIN),
                plans.stream().map(PlannedMeeting::sessionId).toList());
    }

    private static void write(ZoomMeeting known, PlannedMeeting plan, Lanes.Lane lane, Instant now) {
        ZoomMeeting meeting = known == null ? new ZoomMeeting() : known;
        if (known != null && !meeting.hostId.equals(lane.host().id)) {
            // What the other host has is an orphan from now on, and swept away there.
            ZoomHost.<ZoomHost>findById(meeting.hostId).sweepAt = now;
            meeting.forget();
        }
        if (known != null && !meeting.wanted) {
            // Its link is not kept: if it is still there, the worker finds it by its mark.
            meeting.zoomId = null;
            meeting.told = null;
        }
        meeting.sessionId = plan.sessionId();
        meeting.hostId = lane.host().id;
        meeting.lane = lane.number();
        meeting.describe(plan);
        meeting.wish(true, now);
        meeting.persist();
    }
}
