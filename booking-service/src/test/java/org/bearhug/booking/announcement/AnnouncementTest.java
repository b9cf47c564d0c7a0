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
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import org.bearhug.booking.Carer;
import org.bearhug.booking.Given;
import org.bearhug.booking.TaughtBlock;
import org.bearhug.testing.Neighbours;
import org.bearhug.testing.Person;
import org.bearhug.testing.Race;
import org.bearhug.testing.TestClock;
import org.bearhug.testing.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An instructor writes to a group: each who booked gets one letter, nobody else does, and not without end. */
@QuarkusTest
class AnnouncementTest {

    private static final String WORDS = "Please bring a towel.\n\nAnd a song.";

    @Inject
    Given given;

    @Inject
    MockMailbox mailbox;

    private final Carer cara = Carer.fresh();
    private final Carer omar = Carer.fresh();
    private TaughtBlock block;
    private String booking;

    /** Cara has the whole block, Omar its second session. */
    @BeforeEach
    void two_families_in_a_block() {
        given.a_week_before();
        given.sql().change("DELETE FROM announcement");
        block = given.block().ofSessions(2).published();
        has(cara);
        has(omar);
        UUID mia = cara.child("Mia", 10);
        UUID zoe = omar.child("Zoe", 10);
        given.known(mia, zoe);
        booking =
                cara.bookBlock(block.id(), mia).then().statusCode(201).extract().path("id");
        omar.bookSession(block.session(1), zoe).then().statusCode(201);
    }

    @AfterEach
    void reset_the_clock() {
        TestClock.reset();
    }

    private static void has(Carer carer) {
        Neighbours.publish(
                "user-service",
                "account.changed",
                carer.id(),
                1,
                Map.of("id", carer.id(), "name", carer.name(), "email", address(carer)));
    }

    private static String address(Carer carer) {
        return carer.id() + "@bearhug.test";
    }

    private Response writes(Person who, String key, String group, String words) {
        return Carer.as(who)
                .header("Idempotency-Key", key)
                .body(Map.of("words", words))
                .post("/v1/" + group + "/announcements");
    }

    private Response writes(String group) {
        return writes(Person.INES, UUID.randomUUID().toString(), group, WORDS);
    }

    private List<Mail> arrived(Carer carer) {
        List<Mail> mails = mailbox.getMailsSentTo(address(carer));
        return mails == null
                ? List.of()
                : mails.stream()
                        .filter(mail -> mail.getText().contains("towel"))
                        .toList();
    }

    private long written() {
        return given.sql().<Long>one("SELECT count(*) FROM announcement");
    }

    @Test
    void each_who_booked_gets_a_letter_of_their_own_and_no_address_is_shown() {
        writes("blocks/" + block.id())
                .then()
                .statusCode(201)
                .body("group", equalTo("BLOCK"))
                .body("title", equalTo("Baby massage for beginners"))
                .body("letters", equalTo(2));

        await().until(() -> arrived(cara).size() == 1 && arrived(omar).size() == 1);
        Mail letter = arrived(cara).get(0);
        assertThat(letter.getText()).contains(WORDS, "Baby massage for beginners", "/my-classes");
        assertThat(letter.getTo()).containsExactly(address(cara));
        assertThat(List.of(letter.getCc(), letter.getBcc())).containsOnly(List.of());
        assertThat(letter.getText() + letter.getHtml()).doesNotContain("@");
    }

    @Test
    void a_session_has_its_own_group_and_a_course_all_of_them() {
        writes("sessions/" + block.session(0)).then().statusCode(201).body("letters", equalTo(1));
        writes("sessions/" + block.session(1)).then().statusCode(201).body("letters", equalTo(2));
        writes("courses/" + block.courseId()).then().statusCode(201).body("letters", equalTo(2));

        Carer.as(Person.INES)
                .queryParam("group", block.session(0))
                .get("/v1/announcements")
                .then()
                .statusCode(200)
                .body("items.letters", contains(1))
                .body("items.words", contains(WORDS));
        Carer.as(Person.INES).get("/v1/announcements").then().body("items", hasSize(3));
        Carer.as(Person.NOOR).get("/v1/announcements").then().body("items", empty());
    }

    @Test
    void who_gave_the_places_back_or_is_erased_is_left_alone() {
        cara.cancel(booking).then().statusCode(200);
        writes("blocks/" + block.id()).then().statusCode(201).body("letters", equalTo(1));

        omar.erased(2);
        await().until(() -> given.sql().<Boolean>one("SELECT erased FROM carer WHERE id = ?", omar.id()));
        writes("blocks/" + block.id()).then().statusCode(409).body("code", equalTo("nobody-booked"));
    }

    @Test
    void two_weeks_after_a_class_it_is_over() {
        TestClock.set(Given.FIRST_START.plus(Recipients.AFTERWARDS));
        writes("sessions/" + block.session(0)).then().statusCode(201);

        TestClock.set(Given.FIRST_START.plus(Recipients.AFTERWARDS).plus(Duration.ofHours(1)));
        writes("sessions/" + block.session(0)).then().statusCode(409).body("code", equalTo("nobody-booked"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sessions/%1$s", "blocks/%2$s", "courses/%3$s"})
    void to_anothers_group_nobody_writes(String group) {
        String path = group.formatted(block.session(0), block.id(), block.courseId());
        writes(Person.NOOR, "k" + UUID.randomUUID(), path, WORDS)
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"));
        assertThat(written()).isZero();
    }

    @Test
    void the_same_key_writes_once_and_without_one_nothing_is_written() {
        String key = "k" + UUID.randomUUID();
        String first = writes(Person.INES, key, "blocks/" + block.id(), WORDS).path("id");
        assertThat(writes(Person.INES, key, "blocks/" + block.id(), WORDS).<String>path("id"))
                .isEqualTo(first);
        assertThat(written()).isEqualTo(1);

        Carer.as(Person.INES)
                .body(Map.of("words", WORDS))
                .post("/v1/blocks/" + block.id() + "/announcements")
                .then()
                .statusCode(400)
                .body("code", equalTo("idempotency-key-missing"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n ", "ring\u0007"})
    void words_are_words(String words) {
        writes(Person.INES, "k" + UUID.randomUUID(), "blocks/" + block.id(), words)
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-request"))
                .body("errors[0].pointer", equalTo("#/words"));
    }

    @Test
    void after_ten_in_a_day_the_next_waits_until_the_first_is_a_day_old() {
        lately(Announcements.MOST - 1, 1);

        List<Integer> answers =
                Race.of(4, i -> () -> writes("blocks/" + block.id()).statusCode());

        assertThat(answers).containsOnlyOnce(201).containsOnly(201, 429);
        assertThat(written()).isEqualTo(Announcements.MOST);
        writes("blocks/" + block.id())
                .then()
                .statusCode(429)
                .header("Retry-After", equalTo("82800"))
                .body("code", equalTo("too-many-announcements"));
        TestClock.set(Given.A_WEEK_BEFORE.plus(Duration.ofHours(23)));
        writes("blocks/" + block.id()).then().statusCode(201);
    }

    /** The control: without the lock both see nine and write. */
    @Test
    void without_the_lock_there_would_be_more_than_ten() throws Exception {
        lately(Announcements.MOST - 1, 1);
        CyclicBarrier both = new CyclicBarrier(2);

        Race.of(2, i -> () -> {
            boolean passes = written() < Announcements.MOST;
            both.await();
            if (passes) {
                lately(1, 1);
            }
            return passes;
        });

        assertThat(written()).isGreaterThan(Announcements.MOST);
    }

    @Test
    void letters_are_counted_too() {
        lately(1, Announcements.MOST_LETTERS - 1);

        writes("blocks/" + block.id()).then().statusCode(429);
        writes("sessions/" + block.session(0)).then().statusCode(201);
    }

    /** Ines wrote so many an hour ago, to so many carers each. */
    private void lately(int announcements, int letters) {
        for (int i = 0; i < announcements; i++) {
            given.sql()
                    .change(
                            "INSERT INTO announcement (instructor_id, kind, group_id, title, words, letters, sent_at)"
                                    + " VALUES (?, 'BLOCK', ?, 'T', 'W', ?, ?::timestamptz)",
                            Person.INES.id(),
                            block.id(),
                            letters,
                            Given.A_WEEK_BEFORE.minus(Duration.ofHours(1)).toString());
        }
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
