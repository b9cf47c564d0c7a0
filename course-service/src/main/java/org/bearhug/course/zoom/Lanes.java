package org.bearhug.course.zoom;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Where there is room: each host holds so many meetings at once. New ones go to the host with the fewest to come, so that
 * the daily limits of all are used alike; those of today to one whose limit is not reached.
 */
final class Lanes {

    /** One place of one host. */
    record Lane(ZoomHost host, int number) {}

    private record Taken(Instant from, Instant until) {}

    private final List<Lane> lanes = new ArrayList<>();
    private final Map<Lane, List<Taken>> taken = new HashMap<>();
    private final Map<Integer, Long> load = new HashMap<>();

    /**
     * These hosts' lanes.
     *
     * @param toCome how many meetings each host has to come, by its id
     * @param planned those that might be in the way
     */
    Lanes(List<ZoomHost> hosts, int meetingsAtOnce, Map<Integer, Long> toCome, Collection<ZoomMeeting> planned) {
        for (ZoomHost host : hosts) {
            load.put(host.id, toCome.getOrDefault(host.id, 0L));
            for (int number = 0; number < meetingsAtOnce; number++) {
                Lane lane = new Lane(host, number);
                lanes.add(lane);
                taken.put(lane, new ArrayList<>());
            }
        }
        planned.forEach(meeting ->
                lane(meeting).ifPresent(lane -> taken.get(lane).add(new Taken(meeting.startsAt, meeting.endsAt))));
    }

    private Optional<Lane> lane(ZoomMeeting meeting) {
        return lanes.stream()
                .filter(lane -> lane.host().id.equals(meeting.hostId) && lane.number() == meeting.lane)
                .findFirst();
    }

    /**
     * Takes a free lane for this meeting, its own host's if there is one; empty when all are taken at that time.
     *
     * @param hasRoom whether a host can have the meeting ready in time
     */
    Optional<Lane> take(PlannedMeeting plan, Integer ownHost, Predicate<ZoomHost> hasRoom) {
        Optional<Lane> free = lanes.stream()
                .filter(lane -> taken.get(lane).stream().noneMatch(each -> plan.overlaps(each.from(), each.until())))
                .min(Comparator.<Lane, Boolean>comparing(lane -> !lane.host().id.equals(ownHost))
                        .thenComparing(lane -> !hasRoom.test(lane.host()))
                        .thenComparing(lane -> load.get(lane.host().id)));
        free.ifPresent(lane -> {
            taken.get(lane).add(new Taken(plan.startsAt(), plan.endsAt()));
            load.merge(lane.host().id, 1L, Long::sum);
        });
        return free;
    }
}
