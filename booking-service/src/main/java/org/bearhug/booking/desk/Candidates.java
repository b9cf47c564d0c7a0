package org.bearhug.booking.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.bearhug.booking.sql.SqlFile;
import org.bearhug.reads.Changes;
import org.hibernate.Session;

/** Who of those in line comes into question for seats. */
@ApplicationScoped
class Candidates {

    private static final String IN_QUESTION =
            """
            SELECT DISTINCT course_id FROM waitlist_entry
             WHERE state = 'WAITING' OR state = 'OFFERED' AND offer_expires_at <= :now""";

    private static final String WAITING_FOR =
            """
            SELECT DISTINCT e.course_id
              FROM waitlist_seat s
              JOIN waitlist_entry e ON e.id = s.entry_id
             WHERE s.session_id = ANY(:sessions)""";

    private static final String WANTED = "SELECT DISTINCT session_id FROM waitlist_seat WHERE entry_id = ANY(:entries)";

    private static final String OPEN = SqlFile.read("waitlist/open");

    private static final String HOPEFUL = SqlFile.read("waitlist/hopeful");

    @Inject
    Session database;

    @Inject
    Prospects prospects;

    @Inject
    Changes changes;

    /** The courses in whose lines somebody waits, or had an offer until now. */
    List<UUID> courses(Instant now) {
        return database.createNativeQuery(IN_QUESTION, UUID.class)
                .setParameter("now", now)
                .getResultList();
    }

    /** The courses in whose lines somebody waits for one of these sessions. */
    List<UUID> coursesWaitingFor(Collection<UUID> sessions) {
        return database.createNativeQuery(WAITING_FOR, UUID.class)
                .setParameter("sessions", sessions.toArray(UUID[]::new))
                .getResultList();
    }

    /** Those of these who wait for a session that starts later than that. */
    Set<UUID> hopeful(Collection<WaitlistEntry> entries, Instant joinable) {
        return Set.copyOf(database.createNativeQuery(HOPEFUL, UUID.class)
                .setParameter("entries", ids(entries))
                .setParameter("joinable", joinable)
                .getResultList());
    }

    /** The sessions for which these wait, and those in which seats were offered to these. */
    List<UUID> sessions(List<WaitlistEntry> waiting, List<WaitlistEntry> offered) {
        List<UUID> holds = offered.stream().map(entry -> entry.holdId).toList();
        return Stream.concat(
                        database
                                .createNativeQuery(WANTED, UUID.class)
                                .setParameter("entries", ids(waiting))
                                .getResultList()
                                .stream(),
                        Hold.byId(holds).values().stream().flatMap(hold -> hold.sessions().stream()))
                .distinct()
                .toList();
    }

    /** What one of those in line could be offered. */
    private record Open(UUID entry, UUID option) {}

    /** What each of them could be offered if there were room; the others' wishes are not open. */
    Map<Prospects.Hope, Agreement> possible(List<WaitlistEntry> waiting, Instant now) {
        Map<Prospects.Hope, Agreement> possible =
                prospects.of(waiting.stream().flatMap(Candidates::hopes).toList(), now);
        open(
                waiting,
                waiting.stream()
                        .flatMap(entry -> hopes(entry)
                                .filter(possible::containsKey)
                                .map(hope -> new Open(entry.id, hope.wanted().subject())))
                        .toList());
        return possible;
    }

    /** What a family in line wishes for, the most wanted first. */
    static Stream<Prospects.Hope> hopes(WaitlistEntry entry) {
        return entry.options().stream().map(option -> new Prospects.Hope(entry.carerId, option));
    }

    /** These could be offered that, of all who wait; for what else they wait for newcomers need not wait. */
    private void open(List<WaitlistEntry> waiting, Collection<Open> open) {
        List<UUID> sessions = database.createNativeQuery(OPEN, UUID.class)
                .setParameter("waiting", ids(waiting))
                .setParameter("entries", open.stream().map(Open::entry).toArray(UUID[]::new))
                .setParameter("options", open.stream().map(Open::option).toArray(UUID[]::new))
                .getResultList();
        changes.touch("seats", sessions);
    }

    private static UUID[] ids(Collection<WaitlistEntry> entries) {
        return entries.stream().map(entry -> entry.id).toArray(UUID[]::new);
    }
}
