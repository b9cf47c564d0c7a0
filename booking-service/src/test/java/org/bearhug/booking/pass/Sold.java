package org.bearhug.booking.pass;

import java.util.HashMap;
import java.util.Map;
import org.bearhug.booking.Carer;
import org.bearhug.testing.Person;

/** What instructors sell. */
public final class Sold {

    private static final Map<String, Object> THREE_SESSIONS = Map.of(
            "title",
            "Three sessions",
            "units",
            3,
            "price",
            Map.of("amount", 4000, "currency", "GBP"),
            "validWeeks",
            20);

    private Sold() {}

    /** A pass of three sessions, with some changes. */
    static Map<String, Object> wish(Map<String, ?> changes) {
        Map<String, Object> wish = new HashMap<>(THREE_SESSIONS);
        wish.putAll(changes);
        return wish;
    }

    /** Offers it. */
    public static String offer(Map<String, ?> changes) {
        return Carer.as(Person.INES)
                .body(wish(changes))
                .post("/v1/pass-offers")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Bought by this carer, and paid for. */
    public static String bought(Carer carer, String offer) {
        String pass =
                carer.asks().body(Map.of("offerId", offer)).post("/v1/passes").path("id");
        Carer.as(Person.INES).post("/v1/passes/" + pass + "/paid").then().statusCode(200);
        return pass;
    }
}
