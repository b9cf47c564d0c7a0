package org.bearhug.booking.news;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bearhug.booking.letters.LetterKind;
import org.bearhug.booking.letters.Letters;
import org.bearhug.booking.timetable.MovedSession;
import org.bearhug.booking.timetable.ScheduledSession;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;

/** Letters about what changed for a family or begins soon, written in the transaction in which that is noted. */
@ApplicationScoped
public class ClassNews {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy 'at' HH:mm", Locale.UK);

    private static final String BOOKED =
            "SELECT DISTINCT carer_id FROM place WHERE session_id = :session AND state = 'CONFIRMED' ORDER BY 1";

    @Inject
    Session database;

    @Inject
    Letters letters;

    @ConfigProperty(name = "bearhug.public-url")
    String publicUrl;

    /**
     * Seats are kept for a family in line.
     *
     * @param first the session with which it begins
     * @param zone where the carer reads the clock
     */
    public void offered(UUID carer, ScheduledSession first, Instant until, ZoneId zone) {
        write(
                LetterKind.SEATS_OFFERED,
                carer,
                first.title(),
                Map.of("when", when(first), "day", at(LocalDateTime.ofInstant(until, zone), zone.getId())));
    }

    /** Their instructor has cancelled these sessions, of all that a carer booked. */
    public void cancelled(UUID carer, Collection<ScheduledSession> sessions) {
        List<ScheduledSession> inOrder = sessions.stream()
                .sorted(Comparator.comparing(ScheduledSession::startsAt))
                .toList();
        String lines = inOrder.stream().map(ClassNews::when).collect(Collectors.joining("\n"));
        write(LetterKind.CLASS_CANCELLED, carer, inOrder.get(0).title(), Map.of("when", lines));
    }

    /** Everybody who booked a session learns its other time. */
    void moved(@Observes MovedSession news) {
        String before = at(LocalDateTime.ofInstant(news.before(), ZoneId.of(news.timeZone())), news.timeZone());
        String now = at(news.localStart(), news.timeZone());
        database.createNativeQuery(BOOKED, UUID.class)
                .setParameter("session", news.id())
                .getResultList()
                .forEach(carer ->
                        write(LetterKind.CLASS_MOVED, carer, news.title(), Map.of("before", before, "when", now)));
    }

    /**
     * A class begins soon.
     *
     * @param own where the carer reads the clock, as far as it is known
     */
    void soon(UUID carer, ScheduledSession session, Optional<ZoneId> own) {
        String theirs = own.filter(zone -> !there(session, zone).equals(session.localStart()))
                .map(zone -> "\nBy your own clock: " + at(there(session, zone), zone.getId()))
                .orElse("");
        write(LetterKind.CLASS_REMINDER, carer, session.title(), Map.of("when", when(session) + theirs));
    }

    private static LocalDateTime there(ScheduledSession session, ZoneId zone) {
        return LocalDateTime.ofInstant(session.startsAt(), zone);
    }

    private void write(LetterKind kind, UUID carer, String title, Map<String, String> more) {
        Map<String, String> words = new HashMap<>(more);
        words.put("title", title);
        words.put("link", publicUrl + "/my-classes");
        letters.write(kind, carer, words);
    }

    private static String when(ScheduledSession session) {
        return at(session.localStart(), session.timeZone());
    }

    private static String at(LocalDateTime wall, String zone) {
        return TIME.format(wall) + " (" + zone + ")";
    }
}
