package org.bearhug.user.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.bearhug.testing.Race;
import org.bearhug.testing.Sql;
import org.bearhug.testing.TestClock;
import org.bearhug.user.Mailbox;
import org.bearhug.user.People;
import org.bearhug.user.Someone;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class InvitationsTest {

    @Inject
    DataSource database;

    @Inject
    People people;

    private Sql sql;
    private Someone cara;
    private Someone omar;
    private String mila;

    @BeforeEach
    void a_child() {
        sql = new Sql(database);
        cara = people.carer();
        omar = people.carer();
        mila = cara.asks()
                .body(Map.of("name", "Mila", "bornOn", "2026-09-01"))
                .post("/v1/me/children")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void who_accepts_sees_and_changes_the_child_and_the_others_are_told() {
        invite(omar.email()).statusCode(202);
        Mailbox.Mail mail = Mailbox.awaitMail(omar.email(), 1);
        assertThat(mail.text() + mail.html() + mail.subject()).doesNotContain("Mila", cara.name(), cara.email());

        accept(omar, mail.token()).statusCode(200).body("name", equalTo("Mila"));
        accept(omar, mail.token()).statusCode(200);

        omar.asks().get("/v1/me/children").then().body("items.id", contains(mila));
        for (Someone carer : List.of(cara, omar)) {
            carer.asks()
                    .get("/v1/me/children/" + mila + "/carers")
                    .then()
                    .statusCode(200)
                    .body("items.id", contains(cara.id().toString(), omar.id().toString()));
        }
        assertThat(lastFact())
                .contains(
                        "\"carerId\": \"" + cara.id(),
                        "\"carerIds\": [\"%s\", \"%s\"]".formatted(cara.id(), omar.id()));
        omar.asks()
                .header("If-Match", "*")
                .body(Map.of("name", "Milena"))
                .patch("/v1/me/children/" + mila)
                .then()
                .statusCode(200);
        cara.asks().get("/v1/me/children/" + mila).then().body("name", equalTo("Milena"));
        assertThat(versions()).isSorted().doesNotHaveDuplicates();
        assertThat(sql.<Long>one("SELECT count(*) FROM child_carer WHERE child_id = ?::uuid", mila))
                .isEqualTo(2);
    }

    @Test
    void neither_address_nor_token_lies_in_the_database() {
        String key = UUID.randomUUID().toString();
        cara.asks()
                .header("Idempotency-Key", key)
                .body(Map.of("email", omar.email()))
                .post("/v1/me/children/" + mila + "/invitations")
                .then()
                .statusCode(202);
        String token = Mailbox.awaitMail(omar.email(), 1).token();

        assertThat(sql.rows("SELECT i::text FROM child_invitation i").toString())
                .doesNotContain(omar.email(), token);
        assertThat(sql.rows("SELECT r::text FROM idempotency_record r WHERE key = ?", key)
                        .toString())
                .isNotEmpty()
                .doesNotContain(omar.email());
    }

    @Test
    void a_token_is_good_for_its_address_alone() {
        invite(omar.email());
        String token = Mailbox.awaitMail(omar.email(), 1).token();

        refused(accept(people.carer(), token));
        refused(accept(cara, token));
        refused(accept(omar, "unknown"));
        accept(people.instructor(), token).statusCode(403);

        assertThat(sql.<Long>one("SELECT count(*) FROM child_carer WHERE child_id = ?::uuid", mila))
                .isEqualTo(1);
    }

    @Test
    void a_token_runs_out_after_seven_days() {
        invite(omar.email());
        String token = Mailbox.awaitMail(omar.email(), 1).token();

        TestClock.set(Instant.now().plus(Duration.ofDays(7)).plusSeconds(1));

        refused(accept(omar, token));
    }

    @Test
    void who_has_left_does_not_come_back_by_the_same_link() {
        invite(omar.email());
        String token = Mailbox.awaitMail(omar.email(), 1).token();
        accept(omar, token).statusCode(200);
        leave(omar).statusCode(204);

        refused(accept(omar, token));
    }

    @Test
    void of_acceptances_at_once_each_joins_once() {
        invite(omar.email());
        String token = Mailbox.awaitMail(omar.email(), 1).token();

        List<Integer> answers =
                Race.of(5, i -> () -> accept(omar, token).extract().statusCode());

        assertThat(answers).containsOnly(200);
        assertThat(sql.rows("SELECT id FROM audit_entry WHERE act = 'CARER_JOINED' AND subject_id = ?::uuid", mila))
                .hasSize(1);
    }

    @Test
    void nobody_invites_to_anothers_child_nor_without_end() {
        omar.asks()
                .body(Map.of("email", cara.email()))
                .post("/v1/me/children/" + mila + "/invitations")
                .then()
                .statusCode(404);
        omar.asks().get("/v1/me/children/" + mila + "/carers").then().statusCode(404);
        invite("not an address").statusCode(400).body("errors[0].pointer", equalTo("#/email"));
        for (int i = 0; i < ChildInvitation.LIMIT; i++) {
            invite(People.address()).statusCode(202);
        }
        invite(People.address()).statusCode(409).body("code", equalTo("too-many-invitations"));
    }

    @Test
    void a_child_has_six_carers_at_most() {
        invite(omar.email());
        String token = Mailbox.awaitMail(omar.email(), 1).token();
        for (int i = 1; i < ChildCarer.LIMIT; i++) {
            sql.change(
                    "INSERT INTO child_carer VALUES (?::uuid, ?, now())",
                    mila,
                    people.carer().id());
        }

        accept(omar, token).statusCode(409).body("code", equalTo("too-many-carers"));
        invite(People.address()).statusCode(409).body("code", equalTo("too-many-carers"));
        cara.asks().get("/v1/me/children/" + mila + "/carers").then().body("items", hasSize(ChildCarer.LIMIT));
    }

    @Test
    void shared_children_count_as_ones_own() {
        invite(omar.email());
        String token = Mailbox.awaitMail(omar.email(), 1).token();
        for (int i = 0; i < Family.LIMIT; i++) {
            sql.change(
                    """
                    INSERT INTO child (id, carer_id, name, born_on, created_at, version)
                    VALUES (uuidv7(), ?, 'Ben', current_date, now(), 0)""",
                    omar.id());
        }

        accept(omar, token).statusCode(409).body("code", equalTo("too-many-children"));
    }

    private static void refused(ValidatableResponse answer) {
        answer.statusCode(400).body("code", equalTo("invalid-token"));
    }

    private ValidatableResponse invite(String email) {
        return cara.asks()
                .body(Map.of("email", email))
                .post("/v1/me/children/" + mila + "/invitations")
                .then();
    }

    private static ValidatableResponse accept(Someone who, String token) {
        return who.asks()
                .body(Map.of("token", token))
                .post("/v1/me/invitations/accept")
                .then();
    }

    private ValidatableResponse leave(Someone who) {
        return who.asks().delete("/v1/me/children/" + mila + "/carers/me").then();
    }

    private String lastFact() {
        return sql.one(
                "SELECT payload::text FROM outbox WHERE aggregateid = ?::uuid ORDER BY position DESC LIMIT 1", mila);
    }

    private List<Long> versions() {
        return sql.rows("SELECT version FROM outbox WHERE aggregateid = ?::uuid ORDER BY position", mila).stream()
                .map(row -> (Long) row.get("version"))
                .toList();
    }
}
