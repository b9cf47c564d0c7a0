package org.bearhug.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a carer of the demo does: enters the children and books. */
record DemoFamily(DemoApi carer) {

    private static final String CHILDREN = "/api/users/v1/me/children";
    private static final String BOOKINGS = "/api/bookings/v1/bookings";

    /** booking-service learns of children and blocks from feeds, a moment later. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** The id of the child with this name, which is entered when it is not there. */
    String child(String name, int ageWeeks) {
        JsonNode known = carer.get(CHILDREN).expect("the list of children");
        for (JsonNode child : known.path("items")) {
            if (child.path("name").asText().equals(name)) {
                return child.path("id").asText();
            }
        }
        String bornOn =
                LocalDate.now(ZoneOffset.UTC).minusWeeks(ageWeeks).minusDays(2).toString();
        return carer.post(CHILDREN, Map.of("name", name, "bornOn", bornOn), null)
                .expect("adding a child")
                .path("id")
                .asText();
    }

    /** Books the whole block, or its first session, for this child; once. */
    void book(String what, String id, String childId) {
        if (hasBooked(what, id, childId)) {
            return;
        }
        Map<String, Object> wish = Map.of(what, id, "childIds", List.of(childId));
        JsonNode booked = Patience.until(PATIENCE, "a demo booking", () -> {
            DemoApi.Answer answer = carer.post(BOOKINGS, wish, "demo-" + id + "-" + childId);
            // 404: not told to booking-service yet. A refusal is stored under no key, so the same one serves again.
            return answer.status() == 404 || answer.status() == 503
                    ? Optional.empty()
                    : Optional.of(answer.expect("a demo booking"));
        });
        DemoPurse.pay(booked.path("payment").path("url").asText());
    }

    private boolean hasBooked(String what, String id, String childId) {
        JsonNode known = carer.get(BOOKINGS + "?limit=100").expect("the list of bookings");
        for (JsonNode booking : known.path("items")) {
            for (JsonNode place : booking.path("places")) {
                if (booking.path(what).asText().equals(id)
                        && place.path("childId").asText().equals(childId)) {
                    return true;
                }
            }
        }
        return false;
    }
}
