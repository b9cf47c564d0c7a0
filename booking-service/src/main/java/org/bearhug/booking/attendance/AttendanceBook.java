package org.bearhug.booking.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bearhug.booking.sql.SqlFile;
import org.bearhug.kit.Outbox;
import org.hibernate.Session;

/**
 * Keeps for each place what the instructor says and what Zoom has seen, and tells both with what counts. What is said
 * twice changes nothing and is not told again.
 */
@ApplicationScoped
public class AttendanceBook {

    private static final String COLUMNS = "place_id, mark, marked_at, observed_seconds, attendance, version";

    private static final String CHANGED = " RETURNING " + COLUMNS + ", session_id, carer_id";

    /** A place that is not known here is left out, whoever made it up. */
    private static final String MARK = SqlFile.read("attendance/mark") + CHANGED;

    private static final String OBSERVE = SqlFile.read("attendance/observe") + CHANGED;

    /** One list at a time: a feed that is read and a list that is ticked off lock many rows in different orders. */
    private static final String LOCK = "SELECT id FROM class_session WHERE id = :session FOR NO KEY UPDATE";

    @Inject
    Session database;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    private record RecordedFact(
            UUID placeId, UUID sessionId, UUID carerId, Attended mark, Long observedSeconds, Attended attendance) {}

    /** What is known of the places of these sessions; those of which nothing is known are left out. */
    public List<Attendance> ofSessions(Collection<UUID> sessions) {
        return find("session_id = ANY(:ids)", sessions);
    }

    /** By place, of all these, also when nothing is known. */
    Map<UUID, Attendance> ofPlaces(Collection<UUID> places) {
        Map<UUID, Attendance> known = find("place_id = ANY(:ids)", places).stream()
                .collect(Collectors.toMap(Attendance::placeId, Function.identity()));
        places.forEach(place -> known.computeIfAbsent(place, Attendance::unknown));
        return known;
    }

    private List<Attendance> find(String condition, Collection<UUID> ids) {
        return database.createNativeQuery("SELECT " + COLUMNS + " FROM attendance WHERE " + condition, Object[].class)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .setTupleTransformer((row, columns) -> Attendance.of(row))
                .getResultList();
    }

    /** Waits, in the running transaction, until nobody else writes into this session's list. */
    void lock(UUID session) {
        database.createNativeQuery(LOCK, UUID.class)
                .setParameter("session", session)
                .uniqueResult();
    }

    /** The instructor's word on these places. */
    void mark(Map<UUID, Attended> marks) {
        List<UUID> places = List.copyOf(marks.keySet());
        tell(database.createNativeQuery(MARK, Object[].class)
                .setParameter("places", places.toArray(UUID[]::new))
                .setParameter(
                        "marks",
                        places.stream().map(place -> marks.get(place).name()).toArray(String[]::new))
                .setParameter("now", clock.instant())
                .getResultList());
    }

    /** Zoom's word on one place: its version grows, and what is older than what is known changes nothing. */
    void observe(UUID session, UUID place, long seconds, long version) {
        lock(session);
        tell(database.createNativeQuery(OBSERVE, Object[].class)
                .setParameter("place", place)
                .setParameter("seconds", seconds)
                .setParameter("version", version)
                .getResultList());
    }

    private void tell(List<Object[]> changed) {
        if (!changed.isEmpty()) {
            outbox.add(changed.stream().map(AttendanceBook::fact).toList());
        }
    }

    private static Outbox.Fact fact(Object[] row) {
        Attendance now = Attendance.of(row);
        return new Outbox.Fact(
                "attendance.recorded",
                now.placeId(),
                now.version(),
                new RecordedFact(
                        now.placeId(),
                        (UUID) row[6],
                        (UUID) row[7],
                        now.mark(),
                        now.observedSeconds(),
                        now.attendance()));
    }
}
