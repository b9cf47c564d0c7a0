package org.bearhug.course.zoom;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.bearhug.kit.Refusal;

/** Finds a host for each meeting that is to be, and room in what Zoom allows today. */
@ApplicationScoped
class Placement {

    @Inject
    ZoomSettings settings;

    @Inject
    Budget budget;

    @Inject
    ZoomForecast forecast;

    /**
     * Writes these meetings down as wanted, in the running transaction.
     *
     * @param known those of the same sessions that are written down already
     * @throws Refusal 409 {@code zoom-host-busy}, {@code zoom-daily-limit}
     */
    void place(List<PlannedMeeting> plans, Map<UUID, ZoomMeeting> known, List<ZoomHost> hosts, Instant now) {
        Instant tomorrow = ZoomCalls.tomorrow(now);
        List<ZoomMeeting> others = others(plans, hosts);
        Lanes lanes = new Lanes(hosts, settings.meetingsAtOnce, toCome(hosts, now), others);
        Map<Integer, Integer> left = left(plans, hosts, now);
        Set<ZoomHost> needed = new LinkedHashSet<>();
        for (PlannedMeeting plan : plans) {
            boolean today = plan.startsAt().isBefore(tomorrow);
            ZoomMeeting meeting = known.get(plan.sessionId());
            Lanes.Lane lane = lanes.take(
                            plan, meeting == null ? null : meeting.hostId, host -> !today || left.get(host.id) > 0)
                    .orElseThrow(() -> new Refusal(
                                    409, "zoom-host-busy", "Zoom's host has another meeting at one of these times.")
                            .with("sessionId", plan.sessionId())
                            .with("startsAt", plan.startsAt()));
            boolean waits = meeting != null && meeting.due() != ZoomPlan.Due.NOTHING;
            if (today) {
                left.merge(lane.host().id, -1, Integer::sum);
                needed.add(lane.host());
            }
            forecast.note(write(meeting, plan, lane, now), lane.host(), !waits);
        }
        ZoomMeeting.flush();
        needed.forEach(host -> budget.requireRoom(host.id, forecast.waiting(host.id, tomorrow), now));
    }

    /** What is left of today's number by host, when it matters. */
    private Map<Integer, Integer> left(List<PlannedMeeting> plans, List<ZoomHost> hosts, Instant now) {
        Instant tomorrow = ZoomCalls.tomorrow(now);
        Map<Integer, Integer> left = new HashMap<>();
        if (plans.stream().anyMatch(plan -> plan.startsAt().isBefore(tomorrow))) {
            hosts.forEach(host ->
                    left.put(host.id, budget.standing(host.id, now).left() - forecast.waiting(host.id, tomorrow)));
        }
        return left;
    }

    private Map<Integer, Long> toCome(List<ZoomHost> hosts, Instant now) {
        Map<Integer, Long> toCome = new HashMap<>();
        ZoomMeeting.getEntityManager()
                .createQuery(
                        "select hostId, count(*) from ZoomMeeting where hostId in :hosts and wanted and endsAt > :now group by hostId",
                        Object[].class)
                .setParameter("hosts", hosts.stream().map(host -> host.id).toList())
                .setParameter("now", now)
                .getResultList()
                .forEach(row -> toCome.put((Integer) row[0], (Long) row[1]));
        hosts.forEach(host -> toCome.merge(host.id, (long) forecast.waiting(host.id, Instant.MAX), Long::sum));
        return toCome;
    }

    private List<ZoomMeeting> others(List<PlannedMeeting> plans, List<ZoomHost> hosts) {
        Stream<Instant> starts = plans.stream().map(PlannedMeeting::startsAt);
        Stream<Instant> ends = plans.stream().map(PlannedMeeting::endsAt);
        Instant from = starts.min(Comparator.naturalOrder()).orElse(Instant.MAX);
        Instant until = ends.max(Comparator.naturalOrder()).orElse(Instant.MIN);
        List<ZoomMeeting> known = ZoomMeeting.list(
                "hostId in ?1 and wanted and endsAt > ?2 and startsAt < ?3 and sessionId not in ?4",
                hosts.stream().map(host -> host.id).toList(),
                from,
                until,
                plans.stream().map(PlannedMeeting::sessionId).toList());
        return forecast.beside(known, hosts, from, until);
    }

    private static ZoomMeeting write(ZoomMeeting known, PlannedMeeting plan, Lanes.Lane lane, Instant now) {
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
        return meeting;
    }
}
