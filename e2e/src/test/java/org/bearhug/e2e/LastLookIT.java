package org.bearhug.e2e;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * After all others: what the whole run has left behind, in every mail, event, table and log, holds no call's address.
 * What was answered meanwhile was read by {@link CallAddresses}.
 */
@Order(Integer.MAX_VALUE)
class LastLookIT {

    private static final List<String> SCHEMAS = List.of("users", "courses", "bookings");
    private static final List<String> LOGS =
            List.of("user-service", "course-service", "booking-service", "web", "postgresql");

    @Test
    void the_address_of_a_call_is_in_no_mail_event_table_or_log_of_the_whole_run() {
        List<String> secrets = joined();
        // The control: that is what it looks like, so a search that finds nothing says something.
        assertThat(secrets).hasSizeGreaterThan(1).allSatisfy(link -> assertThat(link)
                .containsPattern(CallAddresses.ADDRESS));

        String mails = given().baseUri(House.platform().mailbox().toString())
                .get("/api/mails")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(mails).contains("@");
        CallAddresses.requireNone("a mail", mails);
        LOGS.forEach(log -> CallAddresses.requireNone("the log of " + log, House.log(log)));
        for (String schema : SCHEMAS) {
            for (String table : tables(schema)) {
                long rows = House.number(
                        schema,
                        "SELECT count(*) FROM \"%s\" t WHERE t::text ~ '%s'"
                                .formatted(
                                        table, CallAddresses.ADDRESS.pattern().replace("\\d", "[0-9]")));
                assertThat(rows).as(schema + "." + table).isZero();
            }
        }
        assertThat(House.number("courses", "SELECT count(*) FROM outbox WHERE payload ->> 'sealedLink' <> ''"))
                .as("the addresses are there, sealed")
                .isPositive();
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

    private static List<String> tables(String schema) {
        try (Connection connection = House.database(schema);
                ResultSet row = connection
                        .createStatement()
                        .executeQuery("SELECT table_name FROM information_schema.tables WHERE table_type = 'BASE TABLE'"
                                + " AND table_schema = '" + schema + "'")) {
            List<String> tables = new ArrayList<>();
            while (row.next()) {
                tables.add(row.getString(1));
            }
            assertThat(tables).hasSizeGreaterThan(5);
            return tables;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
