package org.bearhug.booking.voucher;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.bearhug.booking.Carer;
import org.bearhug.testing.Person;

/** What instructors do with vouchers. */
final class Vouched {

    private Vouched() {}

    static RequestSpecification as(Person instructor) {
        return Carer.nobody().auth().oauth2(instructor.token());
    }

    static Response make(Object wish) {
        return as(Person.INES).body(wish).post("/v1/vouchers");
    }

    static void withdraw(String voucher) {
        as(Person.INES).delete("/v1/vouchers/" + voucher).then().statusCode(204);
    }
}
