package org.bearhug.booking.desk;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.bearhug.booking.Carer;
import org.bearhug.booking.Given;
import org.bearhug.booking.TaughtBlock;

/** A carer with one child, who books by the statement that many share. */
record PlainFamily(Carer carer, UUID child) {
    PlainBooking block(TaughtBlock block) {
        return asks(new Wanted(block.id(), null, List.of(child)));
    }

    PlainBooking session(UUID session) {
        return asks(new Wanted(null, session, List.of(child)));
    }

    /** What is held for it. */
    PlainBooking held(String hold) {
        return asks(Asking.ofHold(UUID.fromString(hold)));
    }

    /** Holds all of it; the id of the hold. */
    String holds(TaughtBlock block) {
        return carer.holdBlock(block.id(), child)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** The block, with this voucher. */
    PlainBooking block(TaughtBlock block, String voucher) {
        return asks(new Wanted(block.id(), null, List.of(child), null, voucher));
    }

    /** A session for this child, with this voucher. */
    PlainBooking session(UUID session, UUID somebody, String voucher) {
        return asks(new Wanted(null, session, List.of(somebody), null, voucher));
    }

    /** Holds all of it with this voucher; the id of the hold. */
    String holds(TaughtBlock block, String voucher) {
        return carer.asks()
                .body(Map.of("blockId", block.id(), "childIds", List.of(child), "voucher", voucher))
                .post("/v1/holds")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** A session, paid with this pass. */
    PlainBooking session(UUID session, String pass) {
        return asks(Asking.of(new Wanted(null, session, List.of(child))).paidWith(UUID.fromString(pass)));
    }

    /** What is held, paid with this pass. */
    PlainBooking held(String hold, String pass) {
        return asks(Asking.ofHold(UUID.fromString(hold)).paidWith(UUID.fromString(pass)));
    }

    /** Books all of it and misses the first session; the id of the credit for that. */
    String misses(TaughtBlock block) {
        String place = carer.bookBlock(block.id(), child)
                .then()
                .statusCode(201)
                .extract()
                .path("places[0].id");
        return carer.absent(place).then().statusCode(200).extract().path("id");
    }

    PlainBooking makesUp(String credit, UUID session) {
        return asks(Asking.makeUp(UUID.fromString(credit), session));
    }

    PlainBooking asks(Wanted wanted) {
        return asks(Asking.of(wanted));
    }

    PlainBooking asks(Asking asking) {
        return Plainly.asked(carer.id(), UUID.randomUUID().toString(), asking);
    }

    /** So many, whose children are known at the desk. */
    static List<PlainFamily> some(Given given, int number) {
        List<PlainFamily> families = Stream.generate(Carer::fresh)
                .limit(number)
                .map(carer -> new PlainFamily(carer, carer.child("Mia", 10)))
                .toList();
        given.known(families.stream().map(PlainFamily::child).toArray(UUID[]::new));
        return families;
    }
}
