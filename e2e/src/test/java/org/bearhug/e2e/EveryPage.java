package org.bearhug.e2e;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The pages of the client, with something on each. */
record EveryPage(Teaching block, Someone cara, String booking) {

    private static final String WEBHOOKS = "/api/bookings/v1/webhook-endpoints";

    static EveryPage furnished() {
        Teaching block = Teaching.publish(3, 2, Duration.ofDays(9));
        Someone cara = Someone.carer();
        String mia = cara.child("Mia", 10);
        cara.child("Ben", 60);
        Teaching.of(block.instructor(), block.courseId(), Map.of("title", "Evenings"));
        sellPass(block, cara);
        listen(block.instructor());
        String booking = cara.bookBlock(block.blockId(), mia)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        cara.asks()
                .body(Map.of("blockIds", List.of(block.blockId()), "childIds", List.of(cara.child("Zoe", 12))))
                .post("/api/bookings/v1/waitlist")
                .then()
                .statusCode(201);
        tell(block);
        cara.cameTo(block);
        return new EveryPage(block, cara, booking);
    }

    /** Words of another carer, which the instructor shows. */
    private static void tell(Teaching block) {
        Someone omar = Someone.carer();
        omar.cameTo(block);
        String told = omar.asks()
                .body(Map.of("words", "We slept all afternoon.", "signature", "Omar", "consent", true))
                .post("/api/courses/v1/courses/" + block.courseId() + "/testimonials")
                .path("id");
        block.instructor()
                .asks()
                .post("/api/courses/v1/testimonials/" + told + "/publish")
                .then()
                .statusCode(200);
    }

    /** A pass that is sold to a carer and not yet paid. */
    private static void sellPass(Teaching block, Someone cara) {
        Map<String, Object> price = Map.of("amount", 5000, "currency", "GBP");
        String offer = block.instructor()
                .asks()
                .body(Map.of("title", "Five mornings", "units", 5, "validWeeks", 26, "price", price))
                .post("/api/bookings/v1/pass-offers")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        cara.asks()
                .body(Map.of("offerId", offer))
                .post("/api/bookings/v1/passes")
                .then()
                .statusCode(201);
    }

    /** A program that is not there, and what was told to it in vain. */
    private static void listen(Someone ines) {
        String id = ines.asks()
                .body(Map.of("url", "http://localhost:1/hook", "description", "My website"))
                .post(WEBHOOKS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        ines.asks().post(WEBHOOKS + "/" + id + "/test").then().statusCode(202);
    }

    private String webhook() {
        return block.instructor().asks().get(WEBHOOKS).path("items[0].id");
    }

    private String instructor() {
        return Someone.nobody()
                .get("/api/courses/v1/courses/" + block.courseId())
                .path("instructor.id");
    }

    /** Whose pages they are. */
    enum Audience {
        NOBODY,
        CARERS,
        INSTRUCTORS,
        ADMINS
    }

    /** The pages of these people, one of whom this visitor becomes. */
    List<String> of(Audience audience, Visit visit) {
        return switch (audience) {
            case NOBODY -> ofNobody();
            case CARERS -> {
                visit.logIn(cara);
                yield ofCarers();
            }
            case INSTRUCTORS -> {
                visit.logIn(block.instructor());
                yield ofInstructors();
            }
            case ADMINS -> {
                visit.logIn("ada@demo.bearhug.example", "bearhug-demo-1");
                yield List.of("/people", "/account");
            }
        };
    }

    List<String> ofNobody() {
        return List.of(
                "/",
                "/courses/" + block.courseId(),
                "/login",
                "/register",
                "/forgot-password",
                "/reset-password?token=x",
                "/verify?token=x",
                "/magic-link?token=x",
                "/invitation?token=x",
                "/erasure?token=x",
                "/developers",
                "/no/such/page");
    }

    private List<String> ofCarers() {
        String asked = "?course=" + block.courseId() + "&block=" + block.blockId();
        List<String> pages = new ArrayList<>(List.of("/", "/my-classes", "/children", "/account"));
        pages.add("/bookings/" + booking);
        pages.add("/bookings/" + booking + "/move");
        pages.add("/passes?course=" + block.courseId() + "&instructor=" + instructor());
        pages.add("/book?course=" + block.courseId() + "&session="
                + block.sessionIds().get(0));
        pages.add("/book" + asked);
        pages.add("/waitlist" + asked);
        pages.add("/tell/" + block.courseId());
        pages.add("/make-up?credit=x&course=" + block.courseId());
        return pages;
    }

    private List<String> ofInstructors() {
        return List.of(
                "/teach",
                "/teach/new",
                "/teach/week",
                "/teach/payments",
                "/teach/passes",
                "/teach/settings",
                "/teach/webhooks",
                "/teach/webhooks/" + webhook(),
                "/teach/courses/" + block.courseId(),
                "/teach/courses/" + block.courseId() + "/dates",
                "/teach/blocks/" + block.blockId(),
                "/teach/sessions/" + block.sessionIds().get(0),
                "/account");
    }
}
