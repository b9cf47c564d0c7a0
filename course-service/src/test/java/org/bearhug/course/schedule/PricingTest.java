package org.bearhug.course.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bearhug.course.Teaching.as;
import static org.bearhug.course.Teaching.block;
import static org.bearhug.course.Teaching.change;
import static org.bearhug.course.Teaching.draft;
import static org.bearhug.course.Teaching.unfold;
import static org.bearhug.testing.Person.INES;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.bearhug.course.Facts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
class PricingTest {

    private static final Map<String, Object> EARLY =
            Map.of("earlyPrice", money(5500), "earlyUntil", "2026-12-20", "siblingPercent", 20, "proRata", true);

    private Facts facts;

    // Read back from JSON a small number is an Integer.
    private static Map<String, Object> money(int pence) {
        return Map.of("amount", pence, "currency", "GBP");
    }

    @BeforeEach
    void listen() {
        facts = Facts.fromNowOn();
    }

    @Test
    void a_block_whose_instructor_says_nothing_has_its_price_and_no_more() {
        String block = unfold(INES, draft(INES, "Plain"), block())
                .then()
                .statusCode(201)
                .body("pricing", equalTo(Map.of("siblingPercent", 0, "proRata", false)))
                .body("$", not(hasKey("dropInMinimum")))
                .extract()
                .path("id");

        assertThat(facts.state("block.changed", block))
                .containsEntry("pricing", Map.of("siblingPercent", 0, "proRata", false))
                .containsEntry("timeZone", "Europe/London");
    }

    @Test
    void an_instructor_gives_early_sibling_and_late_prices_and_changes_them() {
        String block = unfold(INES, draft(INES, "Early"), block("pricing", EARLY))
                .then()
                .statusCode(201)
                .body("pricing", equalTo(EARLY))
                .extract()
                .path("id");
        assertThat(facts.state("block.changed", block)).containsEntry("pricing", EARLY);

        change(INES, "/v1/blocks/" + block, "pricing", Map.of("siblingPercent", 50))
                .then()
                .statusCode(200)
                .body("pricing", equalTo(Map.of("siblingPercent", 50, "proRata", false)));

        assertThat(facts.state("block.changed", block))
                .containsEntry("pricing", Map.of("siblingPercent", 50, "proRata", false));
    }

    @Test
    void carers_pay_what_they_can_from_a_minimum_on() {
        String block = unfold(
                        INES,
                        draft(INES, "Can"),
                        block("pricing", Map.of("minimum", money(2000)), "dropInMinimum", money(500)))
                .then()
                .statusCode(201)
                .body("pricing.minimum", equalTo(money(2000)))
                .body("sessions.dropInMinimum", everyItem(equalTo(money(500))))
                .extract()
                .path("id");
        String session = as(INES).get("/v1/blocks/" + block).path("sessions[1].id");

        change(INES, "/v1/sessions/" + session, "dropInMinimum", null)
                .then()
                .statusCode(200)
                .body("$", not(hasKey("dropInMinimum")));
        change(INES, "/v1/blocks/" + block, "dropInPrice", null)
                .then()
                .statusCode(200)
                .body("$", not(hasKey("dropInMinimum")))
                .body("sessions[0]", not(hasKey("dropInMinimum")));

        assertThat(facts.state("session.changed", session)).doesNotContainKey("dropInMinimum");
    }

    static Object[][] wrong() {
        return new Object[][] {
            {Map.of("minimum", money(6501)), null, "#/pricing/minimum/amount"},
            {Map.of("minimum", Map.of("amount", 1, "currency", "EUR")), null, "#/pricing/minimum/currency"},
            {Map.of("earlyPrice", money(6501), "earlyUntil", "2026-12-20"), null, "#/pricing/earlyPrice/amount"},
            {Map.of("earlyPrice", money(5500)), null, "#/pricing/earlyUntil"},
            {Map.of("earlyUntil", "2026-12-20"), null, "#/pricing/earlyUntil"},
            {
                Map.of("minimum", money(1), "earlyPrice", money(2), "earlyUntil", "2026-12-20"),
                null,
                "#/pricing/earlyPrice"
            },
            {Map.of("siblingPercent", 101), null, "#/pricing/siblingPercent"},
            {Map.of("siblingPercent", -1), null, "#/pricing/siblingPercent"},
            {Map.of("earlyPrice", money(1), "earlyUntil", "2026-02-30"), null, "#/pricing/earlyUntil"},
            {Map.of(), money(1801), "#/dropInMinimum/amount"},
            {Map.of(), Map.of("amount", 1, "currency", "EUR"), "#/dropInMinimum/currency"},
        };
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void what_does_not_fit_the_price_is_refused(Map<String, Object> pricing, Object dropInMinimum, String pointer) {
        unfold(INES, draft(INES, "Wrong"), block("pricing", pricing, "dropInMinimum", dropInMinimum))
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-request"))
                .body("errors.pointer", hasItem(pointer));
    }

    @Test
    void a_price_is_not_lowered_below_its_minimum() {
        String block = unfold(INES, draft(INES, "Low"), block("pricing", Map.of("minimum", money(2000))))
                .path("id");

        change(INES, "/v1/blocks/" + block, "blockPrice", money(1999))
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("#/pricing/minimum/amount"));
        change(INES, "/v1/blocks/" + block, "dropInPrice", null, "dropInMinimum", money(1))
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("#/dropInMinimum"));
    }
}
