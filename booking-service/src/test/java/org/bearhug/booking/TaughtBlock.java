package org.bearhug.booking;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bearhug.testing.Person;

/** A block as course-service tells of it. */
public final class TaughtBlock {

    private final Given given;
    private final UUID id = UUID.randomUUID();
    private List<UUID> sessions = ids(6);
    private int capacity = 12;
    private int ageFrom = 4;
    private int ageTo = 30;
    private Long dropInAmount = 1500L;
    private long blockAmount = 6500;
    private String currency = "GBP";
    private UUID instructor = Person.INES.id();
    private UUID courseId = UUID.randomUUID();
    private final Map<String, Object> terms = new HashMap<>();

    TaughtBlock(Given given) {
        this.given = given;
    }

    private static List<UUID> ids(int number) {
        return Stream.generate(UUID::randomUUID).limit(number).toList();
    }

    public TaughtBlock ofSessions(int number) {
        sessions = ids(number);
        return this;
    }

    public TaughtBlock seats(int number) {
        capacity = number;
        return this;
    }

    public TaughtBlock ages(int from, int to) {
        ageFrom = from;
        ageTo = to;
        return this;
    }

    public TaughtBlock costs(long pence) {
        blockAmount = pence;
        return this;
    }

    public TaughtBlock paidIn(String code) {
        currency = code;
        return this;
    }

    public TaughtBlock withoutDropIn() {
        dropInAmount = null;
        return this;
    }

    public TaughtBlock by(Person teacher) {
        instructor = teacher.id();
        return this;
    }

    /** By somebody whom no other test knows. */
    public TaughtBlock by(UUID teacher) {
        instructor = teacher;
        return this;
    }

    /** Of the same course as that block. */
    public TaughtBlock ofTheCourseOf(TaughtBlock other) {
        courseId = other.courseId;
        return this;
    }

    /** What becomes of its price; sums in pence. */
    public TaughtBlock pricing(Map<String, Object> changes) {
        Map<String, Object> told = new HashMap<>(Map.of("siblingPercent", 0, "proRata", false));
        changes.forEach((name, value) -> told.put(
                name,
                name.equals("minimum") || name.equals("earlyPrice")
                        ? Map.of("amount", value, "currency", currency)
                        : value));
        terms.put("pricing", told);
        terms.put("timeZone", Given.LONDON.getId());
        return this;
    }

    /** Everything back until so many days before, a part until so many. */
    public TaughtBlock refunds(int fullUntilDays, int partUntilDays, int partPercent) {
        terms.put(
                "cancellationPolicy",
                Map.of("fullUntilDays", fullUntilDays, "partUntilDays", partUntilDays, "partPercent", partPercent));
        return this;
    }

    /** So often a missed session can be made up for, within so many weeks. */
    public TaughtBlock makesUp(int perBlock, int weeks) {
        terms.put("makeUp", Map.of("perBlock", perBlock, "weeks", weeks));
        return this;
    }

    public UUID id() {
        return id;
    }

    public UUID courseId() {
        return courseId;
    }

    public List<UUID> sessions() {
        return sessions;
    }

    public UUID session(int index) {
        return sessions.get(index);
    }

    /** Lets the service be told of it, and waits until it was. */
    public TaughtBlock published() {
        return told("PUBLISHED", true);
    }

    /** As {@link #published}, but it is still a draft. */
    public TaughtBlock drafted() {
        return told("DRAFT", false);
    }

    private TaughtBlock told(String state, boolean published) {
        IntStream.range(0, sessions.size()).forEach(week -> tellSession(week, 1, Map.of("published", published)));
        tellBlock(1, state);
        await().until(() -> given.sql().one("SELECT 1 FROM class_block WHERE id = ?", id) != null);
        return this;
    }

    /** Lets the service be told that this session changed, and waits until it was. */
    public void changed(int week, long version, Map<String, ?> changes) {
        tellSession(week, version, changes);
        await().until(() ->
                given.sql().<Long>one("SELECT version FROM class_session WHERE id = ?", session(week)) >= version);
    }

    /** Lets the service be told that all sessions are published. */
    public void tellSessions(long version) {
        IntStream.range(0, sessions.size()).forEach(week -> tellSession(week, version, Map.of()));
    }

    public void tellSession(int week, long version, Map<String, ?> changes) {
        LocalDateTime start = Given.week(week);
        Map<String, Object> fact = new HashMap<>(Map.of(
                "id",
                session(week),
                "courseId",
                courseId,
                "blockId",
                id,
                "instructorId",
                instructor,
                "title",
                "Baby massage for beginners",
                "startsAt",
                Given.instant(start).toString(),
                "endsAt",
                Given.instant(start).plus(Duration.ofHours(1)).toString(),
                "localStart",
                start.toString(),
                "timeZone",
                Given.LONDON.getId(),
                "capacity",
                capacity));
        fact.putAll(Map.of("ageWeeks", Map.of("from", ageFrom, "to", ageTo), "state", "SCHEDULED", "published", true));
        if (dropInAmount != null) {
            fact.put("dropInPrice", Map.of("amount", dropInAmount, "currency", currency));
        }
        fact.putAll(changes);
        given.publish("session.changed", session(week), version, fact);
    }

    public void tellBlock(long version, String state) {
        Map<String, Object> fact = new HashMap<>(Map.of(
                "id", id,
                "courseId", courseId,
                "instructorId", instructor,
                "title", "Spring",
                "state", state,
                "sessionIds", sessions,
                "blockPrice", Map.of("amount", blockAmount, "currency", currency)));
        fact.putAll(terms);
        given.publish("block.changed", id, version, fact);
    }

    /** Lets the service be told where a session's call is; the link comes sealed. */
    public void tellMeeting(int week, long version, String sealedLink) {
        given.publish(
                "meeting.changed",
                session(week),
                version,
                sealedLink == null
                        ? Map.of("sessionId", session(week), "state", "NONE")
                        : Map.of("sessionId", session(week), "state", "READY", "sealedLink", sealedLink));
    }
}
