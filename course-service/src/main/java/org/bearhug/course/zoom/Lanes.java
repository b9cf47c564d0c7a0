package org.bearhug.course.zoom;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where there is room: each host holds so many meetings at once. New ones go to the host with the fewest, so that the
 * daily limits of all are used alike.
 */
final class Lanes {

    /** One place of one host. */
    record Lane(ZoomHost host, int number) {}

    private record Taken(Instant from, Instant until) {}

    private final List<Lane> lanes = new ArrayList<>();
    private final Map<Lane, List<Taken>> taken = new HashMap<>();
    private final Map<Integer, Long> load = new HashMap<>();

    Lanes(List<ZoomHost> hosts, int meetingsAtOnce, Collection<ZoomMeeting> planned) {
        for (ZoomHost host : hosts) {
            load.put(host.id, 0L);
            for (int number = 0; number < meetingsAtOnce; number++) {
                Lane lane = new Lane(host, number);
                lanes.add(lane);
                taken.put(lane, new ArrayList<>());
            }
        }
        planned.forEach(meeting -> lane(meeting).ifPresent(lane -> occupy(lane, meeting.startsAt, meeting.endsAt)));
    }

    private Optional<Lane> lane(ZoomMeeting meeting) {
        return lanes.stream()
                .filter(lane -> lane.host().id.equals(meeting.hostId) && lane.number() == meeting.lane)
                .findFirst();
    }

    private void occupy(Lane lane, Instant from, Instant until) {
        taken.get(lane).add(new Taken(from, until));
        load.merge(lane.host().id, 1L, Long::sum);
    }

    /** Takes a free lane for this meeting, its own host's if there is one; empty when all are taken at that time. */
    Optional<Lane> take(PlannedMeeting plan, Integer ownHost) {
        Optional<Lane> free = lanes.stream()
                .filter(lane -> taken.get(lane).stream().noneMatch(each -> plan.overlaps(each.from(), each.until())))
                .min(Comparator.<Lane, Boolean>comparing(lane -> !lane.host().id.equals(ownHost))
                        .thenComparing(lane -> load.get(lane.host().id)));
        free.ifPresent(lane -> occupy(lane, plan.startsAt(), plan.endsAt()));
        return free;
    }
}
