package org.bearhug.e2e;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The pages of the client, with something on each. */
record EveryPage(Teaching block, Someone cara, String booking) {

    static EveryPage furnished() {
        Teaching block = Teaching.publish(3, 2, Duration.ofDays(9));
        Someone cara = Someone.carer();
        String mia = cara.child("Mia", 10);
        cara.child("Ben", 60);
        String booking = cara.bookBlock(block.blockId(), mia)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return new EveryPage(block, cara, booking);
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

    List<String> ofCarers() {
        String asked = "?course=" + block.courseId() + "&block=" + block.blockId();
        List<String> pages = new ArrayList<>(List.of("/", "/my-classes", "/children", "/account"));
        pages.add("/bookings/" + booking);
        pages.add("/book" + asked);
        pages.add("/waitlist" + asked);
        pages.add("/make-up?credit=x&course=" + block.courseId());
        return pages;
    }

    List<String> ofInstructors() {
        return List.of(
                "/teach",
                "/teach/new",
                "/teach/week",
                "/teach/payments",
                "/teach/settings",
                "/teach/courses/" + block.courseId(),
                "/teach/courses/" + block.courseId() + "/dates",
                "/teach/blocks/" + block.blockId(),
                "/teach/sessions/" + block.sessionIds().get(0),
                "/account");
    }
}
