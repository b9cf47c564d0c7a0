package org.bearhug.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * After all others: what the whole run has left behind, in every mail, event, table and log, holds no call's address.
 * What was answered meanwhile was read by {@link CallAddresses}.
 */
abstract class LastLook {

    @Test
    void the_address_of_a_call_is_in_no_mail_event_table_or_log_of_the_whole_run() {
        List<String> secrets = joined();
        // The control: that is what it looks like, so a search that finds nothing says something.
        assertThat(secrets).hasSizeGreaterThan(1).allSatisfy(link -> assertThat(link)
                .containsPattern(CallAddresses.ADDRESS));

        LeftBehind.requireNoAddress(House.platform());
    }

    /** Lets somebody in; all that Zoom knows of ways into its meetings. */
    private static List<String> joined() {
        Teaching block = Teaching.publishWithZoom(1, Duration.ofMinutes(5));
        Someone cara = Someone.carer();
        String place = cara.bookBlock(block.blockId(), cara.child("Mia", 10))
                .then()
                .statusCode(201)
                .extract()
                .path("places[0].id");
        String door = "/api/bookings/v1/places/" + place + "/join";
        await().atMost(Duration.ofSeconds(60))
                .until(() -> cara.asks().redirects().follow(false).get(door).statusCode() == 303);
        cara.asks().get("/api/bookings/v1/bookings").then().statusCode(200);
        block.instructor()
                .asks()
                .get("/api/courses/v1/sessions/" + block.sessionIds().get(0))
                .then()
                .statusCode(200);
        List<String> links = new ArrayList<>();
        PlayedZoom.meetingsOf(block.sessionIds()).forEach(meeting -> {
            links.add((String) meeting.get("join_url"));
            links.add((String) meeting.get("start_url"));
        });
        links.add(cara.asks().redirects().follow(false).get(door).header("Location"));
        return links;
    }
}
