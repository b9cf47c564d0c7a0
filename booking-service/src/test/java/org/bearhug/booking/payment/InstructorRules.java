package org.bearhug.booking.payment;

import java.util.HashMap;
import java.util.Map;
import org.bearhug.booking.Carer;
import org.bearhug.testing.Person;

/** How the instructor of these tests wants to be paid. */
final class InstructorRules {

    private InstructorRules() {}

    static void are(String howToPay, int dueDays, Integer expireAfterDays) {
        Map<String, Object> wish = new HashMap<>(Map.of("howToPay", howToPay, "dueDays", dueDays));
        wish.put("expireAfterDays", expireAfterDays);
        Carer.nobody()
                .auth()
                .oauth2(Person.INES.token())
                .header("If-Match", "*")
                .body(wish)
                .put("/v1/me/payment-rules")
                .then()
                .statusCode(200);
    }
}
