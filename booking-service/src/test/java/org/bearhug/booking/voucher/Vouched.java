package org.bearhug.booking.voucher;

import io.restassured.response.Response;
import org.bearhug.booking.Carer;
import org.bearhug.testing.Person;

/** What instructors do with vouchers. */
final class Vouched {

    private Vouched() {}

    static Response make(Object wish) {
        return Carer.as(Person.INES).body(wish).post("/v1/vouchers");
    }

    static void withdraw(String voucher) {
        Carer.as(Person.INES).delete("/v1/vouchers/" + voucher).then().statusCode(204);
    }
}
