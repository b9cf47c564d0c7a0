package org.bearhug.e2e;

import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Somebody who writes one word wherever a person can write one. */
record Scribe(Someone who, String word) {

    /** The word is in small letters alone, so that it passes for a topic and an address too. */
    static Scribe of(String role, String word) {
        return new Scribe(Newcomers.named(role, word + "@bearhug.test", word), word);
    }

    /** What an instructor writes; three blocks of two sessions that are for sale. */
    List<Teaching> teaches() {
        who.asks()
                .header("If-Match", "*")
                .body(Map.of("about", word, "photoUrl", link(), "website", link(), "socialLinks", List.of(link())))
                .put("/api/users/v1/me/profile")
                .then()
                .statusCode(200);
        made("/api/users/v1/me/api-clients", Map.of("name", word, "scopes", List.of("classes:write")));
        String course = made("/api/courses/v1/courses", words());
        who.asks().post("/api/courses/v1/courses/" + course + "/publish").then().statusCode(200);
        Teaching first = block(course, 7);
        who.asks()
                .body(Map.of("reason", word))
                .post("/api/courses/v1/sessions/" + first.sessionIds().get(1) + "/cancel")
                .then()
                .statusCode(200);
        enters();
        return List.of(first, block(course, 10), block(course, 13), block(course, 16));
    }

    /**
     * What an instructor writes about money, and where a program of theirs listens.
     *
     * @return a pass to buy
     */
    String sells() {
        made("/api/bookings/v1/vouchers", Map.of("code", word, "percent", 10));
        made("/api/bookings/v1/webhook-endpoints", Map.of("url", link(), "description", word));
        who.asks()
                .header("If-Match", "*")
                .body(Map.of("howToPay", word, "dueDays", 14))
                .put("/api/bookings/v1/me/payment-rules")
                .then()
                .statusCode(200);
        return made(
                "/api/bookings/v1/pass-offers",
                Map.of(
                        "title",
                        word,
                        "units",
                        5,
                        "price",
                        Map.of("amount", 5000, "currency", "GBP"),
                        "validWeeks",
                        20));
    }

    /** Money came, and the instructor says how. */
    void notesAsPaid(String booking) {
        made(
                "/api/bookings/v1/bookings/" + booking + "/payments",
                Map.of("amount", Map.of("amount", 100, "currency", "GBP"), "note", word));
    }

    /** To all who booked this. */
    void writesTo(Teaching block) {
        made("/api/bookings/v1/blocks/" + block.blockId() + "/announcements", Map.of("words", word));
    }

    /** How it was, after a class that this carer came to, as booking-service would have told. */
    void tellsOf(Teaching block) {
        who.cameTo(block);
        made(
                "/api/courses/v1/courses/" + block.courseId() + "/testimonials",
                Map.of("words", word, "signature", word, "consent", true));
    }

    private String link() {
        return "https://example.org/" + word;
    }

    private Map<String, String> words() {
        return Map.of(
                "title", word,
                "topic", word,
                "summary", word,
                "description", word,
                "whatToBring", word,
                "whenNotToJoin", word);
    }

    private Teaching block(String course, int daysAhead) {
        LocalDateTime start = LocalDateTime.now().plusDays(daysAhead).truncatedTo(ChronoUnit.MINUTES);
        return Teaching.of(
                who,
                course,
                Map.of("title", word, "firstStart", start.toString(), "callLink", "https://zoom.example/j/" + word));
    }

    /** As an integration does. */
    private void enters() {
        Map<String, Object> entry = new HashMap<>(Map.of(
                "externalCourseId",
                word,
                "course",
                words(),
                "title",
                word,
                "start",
                LocalDate.now().plusDays(20) + "T10:00:00",
                "timeZone",
                "Europe/London",
                "durationMinutes",
                45,
                "capacity",
                4,
                "price",
                Map.of("amount", 1200, "currency", "GBP"),
                "ageWeeks",
                Map.of("from", 0, "to", 52),
                "meeting",
                Map.of("kind", "LINK", "link", "https://zoom.example/j/" + word)));
        who.asks()
                .body(entry)
                .put("/api/courses/v1/class-entries/" + word)
                .then()
                .statusCode(201);
    }

    /**
     * What a carer writes, and what of an instructor's words is kept with what the carer does.
     *
     * @return a booking that costs something
     */
    String cares(List<Teaching> blocks, String voucher, String pass) {
        who.asks()
                .header("If-Match", "*")
                .body(Map.of("name", "Cara " + word))
                .patch("/api/users/v1/me")
                .then()
                .statusCode(200);
        String said = word.substring(0, Math.min(40, word.length()));
        who.asks()
                .header("If-Match", "*")
                .body(Map.of(
                        "photos", true,
                        "recordings", true,
                        "marketing", true,
                        "meetOtherParents", true,
                        "textVersion", said,
                        "source", said))
                .put("/api/users/v1/me/consents")
                .then()
                .statusCode(200);
        who.asks()
                .body(Map.of("displayName", word))
                .put("/api/bookings/v1/me/display-name")
                .then()
                .statusCode(200);
        String child = made(
                "/api/users/v1/me/children",
                Map.of("name", word, "bornOn", LocalDate.now().minusWeeks(10).toString()));
        who.asks()
                .body(Map.of("email", "o" + word + "@bearhug.test"))
                .post("/api/users/v1/me/children/" + child + "/invitations")
                .then()
                .statusCode(202);
        who.asks()
                .body(Map.of("email", who.email()))
                .post("/api/users/v1/password/forgot")
                .then()
                .statusCode(202);
        ownsAPasskey();
        made("/api/bookings/v1/passes", Map.of("offerId", pass));
        return books(blocks, child, voucher);
    }

    /** A device's own work, past which it is written. */
    private void ownsAPasskey() {
        try (Connection users = House.database("users");
                PreparedStatement add = users.prepareStatement(
                        """
                        INSERT INTO passkey (account_id, credential_id, credential_data, sign_count, backup_eligible, backed_up, transports, name, created_at)
                        SELECT id, sha256(email::bytea), 'x', 0, false, false, '{}', ?, now() FROM account WHERE email = ?""")) {
            add.setString(1, word);
            add.setString(2, who.email());
            add.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String books(List<Teaching> blocks, String child, String voucher) {
        List<String> children = List.of(child);
        String booking = made(
                "/api/bookings/v1/bookings",
                Map.of("blockId", blocks.get(1).blockId(), "childIds", children, "voucher", voucher));
        String place = who.asks().get("/api/bookings/v1/bookings/" + booking).path("places[0].id");
        who.asks().post("/api/bookings/v1/places/" + place + "/absence").then().statusCode(200);
        made(
                "/api/bookings/v1/holds",
                Map.of("blockId", blocks.get(2).blockId(), "childIds", children, "voucher", voucher));
        made(
                "/api/bookings/v1/waitlist",
                Map.of("blockIds", List.of(blocks.get(3).blockId()), "childIds", children));
        who.bookSession(blocks.get(0).sessionIds().get(0), child).then().statusCode(201);
        return booking;
    }

    private String made(String path, Map<String, ?> wish) {
        ValidatableResponse answer = who.asks()
                .header("Idempotency-Key", word + UUID.randomUUID())
                .body(wish)
                .post(path)
                .then();
        return answer.statusCode(201).extract().path("id");
    }
}
