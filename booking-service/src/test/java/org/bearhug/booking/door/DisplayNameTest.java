package org.bearhug.booking.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.bearhug.booking.Carer;
import org.bearhug.booking.Given;
import org.bearhug.booking.TaughtBlock;
import org.bearhug.kit.Seal;
import org.bearhug.testing.Neighbours;
import org.bearhug.testing.TestClock;
import org.bearhug.testing.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A carer is a guest in calls unless a name was chosen, and that name is all that is told. */
@QuarkusTest
class DisplayNameTest {

    private static final String PATH = "/v1/me/display-name";
    private static final String EXPORTER = Tokens.ofService("user-service", "accounts:export");

    @Inject
    Given given;

    @Inject
    Seal seal;

    private final Carer cara = Carer.fresh();

    @BeforeEach
    void a_week_before() {
        given.a_week_before();
    }

    @AfterEach
    void reset() {
        FakeCourses.is("without");
    }

    @Test
    void nobody_has_a_name_before_choosing_one_and_it_can_be_changed_and_given_up() {
        cara.asks().get(PATH).then().statusCode(200).body("$", not(hasKey("displayName")));

        choose("Mia's mum 🍼").statusCode(200).body("displayName", equalTo("Mia's mum 🍼"));
        choose("C").statusCode(200);
        cara.asks().get(PATH).then().body("displayName", equalTo("C")).header("Cache-Control", "no-store");
        Carer.fresh().asks().get(PATH).then().body("$", not(hasKey("displayName")));

        cara.asks().delete(PATH).then().statusCode(204);
        cara.asks().delete(PATH).then().statusCode(204);
        cara.asks().get(PATH).then().body("$", not(hasKey("displayName")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                " Cara",
                "Cara ",
                "Ca\nra",
                "Ca\u0000ra",
                "Cara\u202e",
                "Ca\u200bra",
                "Ca\u2028ra",
                "1234567890123456789012345678901234567890123456789012345678901"
            })
    void a_name_is_a_short_line_that_can_be_seen(String name) {
        choose(name).statusCode(400).body("code", equalTo("invalid-request"));

        assertThat(given.sql().rows("SELECT 1 FROM display_name WHERE carer_id = ?", cara.id()))
                .isEmpty();
    }

    @Test
    void the_chosen_name_alone_goes_along_to_the_door() {
        TaughtBlock block = given.block().ofSessions(1).published();
        String place = cara.bookBlock(block.id(), cara.child("Mia", 10))
                .then()
                .statusCode(201)
                .extract()
                .path("places[0].id");
        TestClock.set(Given.FIRST_START);
        hasPrivateWays(block);
        FakeCourses.is("without");

        join(place);
        choose("Mia's mum").statusCode(200);
        join(place);

        String way = "POST /v1/sessions/" + block.session(0) + "/ways-in {\"placeId\":\"" + place + "\"";
        assertThat(FakeCourses.asked()).isEqualTo("[" + way + "}, " + way + ",\"displayName\":\"Mia's mum\"}]");
    }

    @Test
    void it_is_in_the_copy_of_ones_data_and_gone_with_the_person_for_good() {
        choose("Mia's mum").statusCode(200);
        export().body("display_name", hasSize(1)).body("display_name[0].name", equalTo("Mia's mum"));

        cara.erased(2);
        await().until(() -> given.sql().one("SELECT 1 FROM erased_account WHERE account_id = ?", cara.id()) != null);

        export().body("display_name", hasSize(0));
        choose("Mia's mum");
        export().body("display_name", hasSize(0));
    }

    private ValidatableResponse choose(String name) {
        return cara.asks().body(Map.of("displayName", name)).put(PATH).then();
    }

    private ValidatableResponse export() {
        return Carer.nobody()
                .auth()
                .oauth2(EXPORTER)
                .get("/v1/accounts/" + cara.id() + "/export")
                .then()
                .statusCode(200);
    }

    private void join(String place) {
        cara.asks()
                .redirects()
                .follow(false)
                .get("/v1/places/" + place + "/join")
                .then()
                .statusCode(303);
    }

    private void hasPrivateWays(TaughtBlock block) {
        UUID session = block.session(0);
        Neighbours.publish(
                "course-service",
                "meeting.changed",
                session,
                1,
                Map.of(
                        "sessionId",
                        session,
                        "state",
                        "READY",
                        "sealedLink",
                        seal.close("https://zoom.test/j/1", "call-link:" + session),
                        "privateWays",
                        true));
        await().until(() -> given.sql().one("SELECT 1 FROM meeting WHERE session_id = ?", session) != null);
    }
}
