package org.bearhug.course;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bearhug.testing.Tokens;

/** What the feed of the service under test has told since a moment. */
public final class Facts {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MANY = 1000;

    /** As far as the feed has been read: what all tests have told is long, and each time longer. */
    private static String end = "";

    private final String since;

    private Facts(String since) {
        this.since = since;
    }

    /** Remembers the present end of the feed. */
    public static Facts fromNowOn() {
        List<Map<String, Object>> batch;
        do {
            batch = read(end);
            end = batch.isEmpty() ? end : (String) batch.get(batch.size() - 1).get("id");
        } while (batch.size() == MANY);
        return new Facts(end);
    }

    /** All facts since then about these subjects, oldest first. */
    public List<Map<String, Object>> about(Object... subjects) {
        Set<String> wanted = Set.of(subjects).stream().map(String::valueOf).collect(Collectors.toSet());
        return read(since).stream()
                .filter(fact -> wanted.contains((String) fact.get("subject")))
                .toList();
    }

    /** The fact of this type about this subject that counts in the end: the one with the highest version. */
    public Map<String, Object> last(String type, Object subject) {
        return about(subject).stream()
                .filter(fact -> fact.get("type").equals(type))
                .max(Comparator.comparing(fact -> (Integer) fact.get("version")))
                .orElseThrow();
    }

    /** What that fact says of the subject. */
    @SuppressWarnings("unchecked")
    public Map<String, Object> state(String type, Object subject) {
        return (Map<String, Object>) last(type, subject).get("data");
    }

    private static List<Map<String, Object>> read(String after) {
        String batch = given().header("Authorization", "Bearer " + Tokens.ofService("booking-service", "events:read"))
                .get("/events?limit=" + MANY + "&lastEventId=" + after)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        try {
            return JSON.readValue(batch, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(batch, e);
        }
    }
}
