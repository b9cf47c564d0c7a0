package org.bearhug.booking.desk;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bearhug.booking.Carer;
import org.bearhug.testing.Person;
import org.bearhug.testing.Sql;
import org.bearhug.testing.Tokens;

/** The money side of a {@link RealDesk}; what its instructor notes goes the way that instructors go. */
record RealMoney(Sql sql, RealCourse course) {

    String note(UUID booking, String what, long amount) {
        Response answer = Carer.nobody()
                .auth()
                .oauth2(Tokens.forPerson(Person.INES)
                        .claim("sub", course.id().toString())
                        .signed(Tokens.key().getPrivate()))
                .body(Map.of("amount", Map.of("amount", amount, "currency", "GBP")))
                .post("/v1/bookings/" + booking + "/" + what);
        return answer.statusCode() == 201 ? "ok" : answer.path("code");
    }

    List<Long> owed(List<UUID> bookings) {
        return bookings.stream()
                .map(booking -> sql.<Long>one(
                        "SELECT coalesce(sum(amount), 0)::bigint FROM money_entry WHERE booking_id = ?", booking))
                .toList();
    }

    /** What is used of the voucher, and of each pass. */
    List<Integer> used() {
        return Stream.concat(
                        Stream.of(sql.<Integer>one("SELECT used FROM voucher WHERE instructor_id = ?", course.id())),
                        IntStream.range(0, Desk.FAMILIES)
                                .mapToObj(family ->
                                        sql.<Integer>one("SELECT used FROM pass WHERE id = ?", course.pass(family))))
                .toList();
    }
}
