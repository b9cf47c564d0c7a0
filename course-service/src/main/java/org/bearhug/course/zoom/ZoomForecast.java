package org.bearhug.course.zoom;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What the earlier parts of a dry run would have planned, although each was taken back: so that a later one finds the
 * hosts busy and the day's number used up as it would in earnest. It holds for the thread of the dry run alone.
 */
@ApplicationScoped
public class ZoomForecast {

    private final ThreadLocal<DryRun> running = new ThreadLocal<>();

    /** @param fresh whether it did not wait for Zoom before */
    private record Planned(ZoomMeeting meeting, ZoomHost host, boolean fresh) {

        /** A host that was named for the first time and taken back has another id the next time. */
        void meet(List<ZoomHost> hosts) {
            hosts.stream()
                    .filter(same -> same.connectionId.equals(host.connectionId) && same.name.equals(host.name))
                    .forEach(same -> meeting.hostId = same.id);
        }
    }

    private static final class DryRun {
        private final Map<UUID, Planned> kept = new HashMap<>();
        private final Map<UUID, Planned> ofThisPart = new HashMap<>();
    }

    /** Does a dry run of several parts. */
    public <T> T over(Supplier<T> dryRun) {
        running.set(new DryRun());
        try {
            return dryRun.get();
        } finally {
            running.remove();
        }
    }

    /** Does one part of it, whose plans count for the others unless it is refused. */
    public <T> T part(Supplier<T> part) {
        DryRun run = running.get();
        run.ofThisPart.clear();
        T outcome = part.get();
        run.kept.putAll(run.ofThisPart);
        return outcome;
    }

    /** Notes what is being planned, if this is a dry run. */
    void note(ZoomMeeting meeting, ZoomHost host, boolean fresh) {
        DryRun run = running.get();
        if (run != null) {
            run.ofThisPart.put(meeting.sessionId, new Planned(meeting, host, fresh));
        }
    }

    /** These of some hosts, as they would be beside what the dry run has planned between these times. */
    List<ZoomMeeting> beside(List<ZoomMeeting> others, List<ZoomHost> hosts, Instant from, Instant until) {
        DryRun run = running.get();
        if (run == null) {
            return others;
        }
        List<ZoomMeeting> all = new ArrayList<>(others);
        all.removeIf(meeting -> run.kept.containsKey(meeting.sessionId));
        run.kept.values().forEach(planned -> {
            planned.meet(hosts);
            if (planned.meeting().endsAt.isAfter(from)
                    && planned.meeting().startsAt.isBefore(until)) {
                all.add(planned.meeting());
            }
        });
        return all;
    }

    /** How many more meetings of this host would wait for Zoom before this time. */
    int waiting(int host, Instant until) {
        DryRun run = running.get();
        return run == null
                ? 0
                : (int) run.kept.values().stream()
                        .filter(Planned::fresh)
                        .filter(planned -> planned.meeting().hostId == host)
                        .filter(planned -> planned.meeting().startsAt.isBefore(until))
                        .count();
    }
}
