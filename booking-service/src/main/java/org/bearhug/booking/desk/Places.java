package org.bearhug.booking.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.bearhug.booking.families.Families;
import org.hibernate.Session;

/** The places there are, for those who need to know who sits where. */
@ApplicationScoped
public class Places {

    private static final String COLUMNS =
            "SELECT id, booking_id, session_id, child_id, carer_id, state, price, came_back FROM place ";

    private static final String OF_CARER =
            "WHERE id = :id AND EXISTS (SELECT FROM child WHERE child.id = place.child_id AND " + Families.CARED_FOR
                    + ")";

    private static final String OCCUPIED =
            """
            SELECT session_id, child_id FROM place
             WHERE session_id = ANY(:sessions) AND child_id = ANY(:children) AND state = 'CONFIRMED'
             UNION
            SELECT session_id, child_id FROM held_seat
             WHERE session_id = ANY(:sessions) AND child_id = ANY(:children) AND expires_at > :now""";

    private static final String COME_BACK =
            """
            UPDATE place p
               SET came_back = p.came_back + back.sum
              FROM unnest(:ids, :sums) AS back (id, sum)
             WHERE p.id = back.id""";

    @Inject
    Session database;

    /** A place of a child that this carer cares for, given back or not. */
    public Optional<Place> of(UUID carer, UUID id) {
        return database.createNativeQuery(COLUMNS + OF_CARER, Object[].class)
                .setParameter("id", id)
                .setParameter("carer", carer)
                .setTupleTransformer((row, columns) -> Place.of(row))
                .uniqueResultOptional();
    }

    /** These places, whosever they are; those not known are left out. */
    public List<Place> byId(Collection<UUID> ids) {
        return database.createNativeQuery(COLUMNS + "WHERE id = ANY(:ids)", Object[].class)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .setTupleTransformer((row, columns) -> Place.of(row))
                .getResultList();
    }

    /** The places that are taken in a session. */
    public List<Place> confirmedIn(UUID session) {
        return database.createNativeQuery(
                        COLUMNS + "WHERE session_id = :session AND state = 'CONFIRMED' ORDER BY id", Object[].class)
                .setParameter("session", session)
                .setTupleTransformer((row, columns) -> Place.of(row))
                .getResultList();
    }

    /** The bookings in which this child has a place, in the order in which they are locked. */
    List<UUID> bookingsOf(UUID child) {
        return database.createNativeQuery(
                        "SELECT DISTINCT booking_id FROM place WHERE child_id = :child AND state = 'CONFIRMED' ORDER BY 1",
                        UUID.class)
                .setParameter("child", child)
                .getResultList();
    }

    List<Place> ofBooking(UUID booking) {
        return ofBookings(List.of(booking));
    }

    /** A child in a session. */
    record Seat(UUID session, UUID child) {}

    /** Where these children have a place in these sessions, or are kept a seat. */
    Set<Seat> occupied(Collection<UUID> children, Collection<UUID> sessions, Instant now) {
        return Set.copyOf(database.createNativeQuery(OCCUPIED, Object[].class)
                .setParameter("children", children.toArray(UUID[]::new))
                .setParameter("sessions", sessions.toArray(UUID[]::new))
                .setParameter("now", now)
                .setTupleTransformer((row, columns) -> new Seat((UUID) row[0], (UUID) row[1]))
                .getResultList());
    }

    /** Notes what comes back for each of these places. */
    void comeBack(Map<UUID, Long> sums) {
        List<UUID> ids = List.copyOf(sums.keySet());
        database.createNativeMutationQuery(COME_BACK)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .setParameter("sums", ids.stream().map(sums::get).toArray(Long[]::new))
                .executeUpdate();
    }

    List<Place> ofBookings(Collection<UUID> bookings) {
        return database.createNativeQuery(COLUMNS + "WHERE booking_id = ANY(:bookings)", Object[].class)
                .setParameter("bookings", bookings.toArray(UUID[]::new))
                .setTupleTransformer((row, columns) -> Place.of(row))
                .getResultList();
    }
}
