package org.bearhug.booking.pass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.bearhug.booking.Carer;
import org.bearhug.booking.Given;
import org.bearhug.testing.Neighbours;
import org.bearhug.testing.Person;
import org.bearhug.testing.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ErasedSellersTest {

    @Inject
    Given given;

    private final UUID instructor = UUID.randomUUID();
    private final Carer cara = Carer.fresh();

    @Test
    void passes_and_vouchers_of_who_is_erased_keep_their_numbers_and_lose_their_words() {
        String offer = sells().body(Sold.wish(Map.of("title", "Petra's ten")))
                .post("/v1/pass-offers")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String pass =
                cara.asks().body(Map.of("offerId", offer)).post("/v1/passes").path("id");
        sells().body(Map.of("code", "PETRA10", "percent", 10, "uses", 7))
                .post("/v1/vouchers")
                .then()
                .statusCode(201);

        Neighbours.publish("user-service", "account.erased", instructor, 9, Map.of("id", instructor));

        await().untilAsserted(() -> assertThat(given.sql()
                        .rows(
                                """
                                SELECT title || ' ' || units AS left FROM pass WHERE id = ?
                                UNION ALL
                                SELECT title FROM pass_offer WHERE instructor_id = ? AND withdrawn_at IS NOT NULL
                                UNION ALL
                                SELECT left(code, 7) || uses FROM voucher
                                 WHERE instructor_id = ? AND withdrawn_at IS NOT NULL""",
                                UUID.fromString(pass),
                                instructor,
                                instructor))
                .extracting(row -> row.get("left"))
                .containsExactlyInAnyOrder("A former pass 3", "A former pass", "FORMER-7"));
    }

    private RequestSpecification sells() {
        return Carer.nobody()
                .auth()
                .oauth2(Tokens.forPerson(Person.INES)
                        .claim("sub", instructor.toString())
                        .good());
    }
}
