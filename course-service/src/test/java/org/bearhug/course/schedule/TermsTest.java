package org.bearhug.course.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bearhug.course.Teaching.block;
import static org.bearhug.course.Teaching.change;
import static org.bearhug.course.Teaching.draft;
import static org.bearhug.course.Teaching.unfold;
import static org.bearhug.testing.Person.INES;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.bearhug.course.Facts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TermsTest {

    private static final Map<String, Integer> STRICT =
            Map.of("fullUntilDays", 14, "partUntilDays", 14, "partPercent", 0);

    private Facts facts;

    @BeforeEach
    void listen() {
        facts = Facts.fromNowOn();
    }

    @Test
    void a_block_whose_instructor_says_nothing_has_kind_terms() {
        String block = unfold(INES, draft(INES, "Kind"), block())
                .then()
                .statusCode(201)
                .body("cancellationPolicy", equalTo(Map.of("fullUntilDays", 7, "partUntilDays", 2, "partPercent", 50)))
                .body("makeUp", equalTo(Map.of("weeks", 8, "perBlock", 2)))
                .extract()
                .path("id");

        assertThat(facts.state("block.changed", block))
                .containsEntry("cancellationPolicy", Map.of("fullUntilDays", 7, "partUntilDays", 2, "partPercent", 50))
                .containsEntry("makeUp", Map.of("weeks", 8, "perBlock", 2));
    }

    @Test
    void an_instructor_has_terms_of_her_own_and_changes_them() {
        String block = unfold(INES, draft(INES, "Strict"), block("cancellationPolicy", STRICT))
                .then()
                .statusCode(201)
                .body("cancellationPolicy", equalTo(STRICT))
                .extract()
                .path("id");

        change(INES, "/v1/blocks/" + block, "makeUp", Map.of("weeks", 4, "perBlock", 0))
                .then()
                .statusCode(200)
                .body("cancellationPolicy", equalTo(STRICT))
                .body("makeUp", equalTo(Map.of("weeks", 4, "perBlock", 0)));

        assertThat(facts.state("block.changed", block))
                .containsEntry("cancellationPolicy", STRICT)
                .containsEntry("makeUp", Map.of("weeks", 4, "perBlock", 0));
    }

    @Test
    void terms_in_the_wrong_order_are_refused_when_they_are_changed_too() {
        String block = unfold(INES, draft(INES, "Order"), block()).path("id");

        change(
                        INES,
                        "/v1/blocks/" + block,
                        "cancellationPolicy",
                        Map.of("fullUntilDays", 1, "partUntilDays", 2, "partPercent", 50))
                .then()
                .statusCode(400)
                .body("errors.pointer[0]", equalTo("#/cancellationPolicy/partUntilDays"));
    }
}
