package org.bearhug.e2e;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bearhug.launcher.Service;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two hundred carers want the last seats at once, through two instances of booking-service on one database. */
class SeatRaceIT {

    private static Service twin;
    private static List<String> instances;

    @BeforeAll
    static void start_a_second_instance() {
        Service first = House.platform().service("booking-service");
        twin = first.twin("booking-service-2", House.platform().ports().bookings() + 10);
        twin.start();
        twin.awaitHealthy();
        instances = List.of(first.address().toString(), twin.address().toString());
    }

    @AfterAll
    static void stop_it() {
        twin.stop();
    }

    @AfterEach
    void nobody_waited_for_each_other_in_a_circle() {
        assertThat(House.log("postgresql")).doesNotContain("deadlock detected");
    }

    @Test
    void the_last_twelve_seats_of_a_block_go_to_exactly_twelve_of_two_hundred() {
        Teaching block = Teaching.publish(6, 12);

        Map<String, Long> answers =
                count(Crowd.atOnce(member -> book(member, "blockId", block.blockId(), member.firstChild())));

        assertThat(answers).isEqualTo(Map.of("201", 12L, "session-full", 188L));
        assertThat(block.taken()).containsOnly(12L);
        assertThat(block.places()).containsOnly(12L);
    }

    @Test
    void blocks_and_drop_ins_on_the_same_sessions_never_oversell() {
        Teaching block = Teaching.publish(6, 12);

        Map<String, Long> answers = count(Crowd.atOnce(member -> member.number() % 2 == 0
                ? book(member, "blockId", block.blockId(), member.firstChild())
                : book(member, "sessionId", block.sessionIds().get(member.number() % 6), member.firstChild())));

        assertThat(answers.keySet()).containsExactlyInAnyOrder("201", "session-full");
        // 33 drop-ins want each odd session, so those are sold out; the others are taken by blocks alone.
        assertThat(block.taken()).contains(12L).allSatisfy(taken -> assertThat(taken)
                .isLessThanOrEqualTo(12));
        assertThat(block.places()).isEqualTo(block.taken());
    }

    @Test
    void families_of_two_get_both_seats_or_none() {
        Teaching block = Teaching.publish(3, 13);

        Map<String, Long> answers = count(Crowd.atOnce(
                member -> book(member, "blockId", block.blockId(), member.firstChild(), member.secondChild())));

        assertThat(answers).isEqualTo(Map.of("201", 6L, "session-full", 194L));
        assertThat(block.taken()).containsOnly(12L);
        assertThat(block.places()).containsOnly(12L);
    }

    @Test
    void one_key_sent_twenty_times_to_two_instances_books_once() {
        Teaching block = Teaching.publish(2, 12);
        Crowd.Member cara = Crowd.members().get(0);
        String key = UUID.randomUUID().toString();

        List<Response> answers = Crowd.atOnce(member -> member.number() < 20
                ? send(
                        instances.get(member.number() % 2),
                        cara.carer(),
                        key,
                        "blockId",
                        block.blockId(),
                        cara.firstChild())
                : null);

        List<Response> sent = answers.subList(0, 20);
        assertThat(sent.stream()
                        .filter(answer -> answer.statusCode() == 201)
                        .map(Response::asString)
                        .distinct())
                .hasSize(1);
        assertThat(sent).filteredOn(answer -> answer.statusCode() != 201).allSatisfy(answer -> assertThat(
                        answer.jsonPath().getString("code"))
                .isEqualTo("idempotency-key-in-use"));
        assertThat(block.taken()).containsOnly(1L);
    }

    private static Response book(Crowd.Member member, String what, String id, String... children) {
        String key = UUID.randomUUID().toString();
        return send(instances.get(member.number() / 2 % 2), member.carer(), key, what, id, children);
    }

    private static Response send(
            String instance, Someone carer, String key, String what, String id, String... children) {
        return given().baseUri(instance)
                .contentType("application/json")
                .auth()
                .oauth2(carer.token())
                .header("Idempotency-Key", key)
                .body(Map.of(what, id, "childIds", children))
                .post("/v1/bookings");
    }

    /** How often each answer came: 201, or the code of a problem. */
    private static Map<String, Long> count(List<Response> answers) {
        return answers.stream()
                .map(answer ->
                        answer.statusCode() == 201 ? "201" : answer.jsonPath().getString("code"))
                .collect(Collectors.groupingBy(answer -> answer, Collectors.counting()));
    }
}
