package org.bearhug.booking.announcement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.MockMailbox;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bearhug.booking.Carer;
import org.bearhug.booking.Given;
import org.bearhug.testing.Neighbours;
import org.bearhug.testing.Person;
import org.bearhug.testing.TestClock;
import org.bearhug.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An instructor writes to a group: each who booked gets one letter, nobody else does, and not without end. */
@QuarkusTest
class AnnouncementTest {

    @Inject
    Given given;

    @Inject
    MockMailbox mailbox;

    @Inject
    TwoFamilies families;

    @BeforeEach
    void two_families_in_a_block() {
        families.meets();
    }

    private List<Mail> arrived(Carer carer) {
        List<Mail> mails = mailbox.getMailsSentTo(TwoFamilies.address(carer));
        return mails == null
                ? List.of()
                : mails.stream()
                        .filter(mail -> mail.getText().contains("towel"))
                        .toList();
    }

    @Test
    void each_who_booked_gets_a_letter_of_their_own_and_no_address_is_shown() {
        families.writes("blocks/" + families.block.id())
                .then()
                .statusCode(201)
                .body("group", equalTo("BLOCK"))
                .body("title", equalTo("Baby massage for beginners"))
                .body("letters", equalTo(2));

        await().until(() ->
                arrived(families.cara).size() == 1 && arrived(families.omar).size() == 1);
        Mail letter = arrived(families.cara).get(0);
        assertThat(letter.getText()).contains(TwoFamilies.WORDS, "Baby massage for beginners", "/my-classes");
        assertThat(letter.getTo()).containsExactly(TwoFamilies.address(families.cara));
        assertThat(List.of(letter.getCc(), letter.getBcc())).containsOnly(List.of());
        assertThat(letter.getText() + letter.getHtml()).doesNotContain("@");
    }

    @Test
    void a_session_has_its_own_group_and_a_course_all_of_them() {
        families.writes("sessions/" + families.block.session(0))
                .then()
                .statusCode(201)
                .body("letters", equalTo(1));
        families.writes("sessions/" + families.block.session(1))
                .then()
                .statusCode(201)
                .body("letters", equalTo(2));
        families.writes("courses/" + families.block.courseId())
                .then()
                .statusCode(201)
                .body("letters", equalTo(2));

        Carer.as(Person.INES)
                .queryParam("group", families.block.session(0))
                .get("/v1/announcements")
                .then()
                .statusCode(200)
                .body("items.letters", contains(1))
                .body("items.words", contains(TwoFamilies.WORDS));
        Carer.as(Person.INES).get("/v1/announcements").then().body("items", hasSize(3));
        Carer.as(Person.NOOR).get("/v1/announcements").then().body("items", empty());
    }

    @Test
    void who_gave_the_places_back_or_is_erased_is_left_alone() {
        families.cara.cancel(families.booking).then().statusCode(200);
        families.writes("blocks/" + families.block.id()).then().statusCode(201).body("letters", equalTo(1));

        families.omar.erased(2);
        await().until(() -> given.sql().<Boolean>one("SELECT erased FROM carer WHERE id = ?", families.omar.id()));
        families.writes("blocks/" + families.block.id()).then().statusCode(409).body("code", equalTo("nobody-booked"));
    }

    @Test
    void two_weeks_after_a_class_it_is_over() {
        TestClock.set(Given.FIRST_START.plus(Recipients.AFTERWARDS));
        families.writes("sessions/" + families.block.session(0)).then().statusCode(201);

        TestClock.set(Given.FIRST_START.plus(Recipients.AFTERWARDS).plus(Duration.ofHours(1)));
        families.writes("sessions/" + families.block.session(0))
                .then()
                .statusCode(409)
                .body("code", equalTo("nobody-booked"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sessions/%1$s", "blocks/%2$s", "courses/%3$s"})
    void to_anothers_group_nobody_writes(String group) {
        String path = group.formatted(families.block.session(0), families.block.id(), families.block.courseId());
        families.writes(Person.NOOR, "k" + UUID.randomUUID(), path, TwoFamilies.WORDS)
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"));
        assertThat(families.written()).isZero();
    }

    @Test
    void the_same_key_writes_once_and_without_one_nothing_is_written() {
        String key = "k" + UUID.randomUUID();
        String first = families.writes(Person.INES, key, "blocks/" + families.block.id(), TwoFamilies.WORDS)
                .path("id");
        assertThat(families.writes(Person.INES, key, "blocks/" + families.block.id(), TwoFamilies.WORDS)
                        .<String>path("id"))
                .isEqualTo(first);
        assertThat(families.written()).isEqualTo(1);

        Carer.as(Person.INES)
                .body(Map.of("words", TwoFamilies.WORDS))
                .post("/v1/blocks/" + families.block.id() + "/announcements")
                .then()
                .statusCode(400)
                .body("code", equalTo("idempotency-key-missing"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n ", "ring\u0007"})
    void words_are_words(String words) {
        families.writes(Person.INES, "k" + UUID.randomUUID(), "blocks/" + families.block.id(), words)
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-request"))
                .body("errors[0].pointer", equalTo("#/words"));
    }

    @Test
    void an_erased_instructor_has_written_nothing() {
        UUID gone = UUID.randomUUID();
        given.sql()
                .change(
                        "INSERT INTO announcement (instructor_id, kind, group_id, title, words, letters, sent_at)"
                                + " VALUES (?, 'BLOCK', uuidv7(), 'T', 'Remember me', 1, now())",
                        gone);
        Carer.nobody()
                .auth()
                .oauth2(Tokens.ofService("user-service", "accounts:export"))
                .get("/v1/accounts/" + gone + "/export")
                .then()
                .body("announcement.words", contains("Remember me"));

        Neighbours.publish("user-service", "account.erased", gone, 2, Map.of("id", gone));

        await().until(() ->
                given.sql().<Long>one("SELECT count(*) FROM announcement WHERE instructor_id = ?", gone) == 0);
    }
}
