package org.bearhug.booking.desk;

import io.quarkus.arc.Arc;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.bearhug.kit.Idempotency;
import org.bearhug.kit.Refusal;

/** Books by the rules of the service as requests do. */
final class Plainly {

    private Plainly() {}

    /** As a request would ask. */
    static PlainBooking asked(UUID carer, String key, Wanted wanted) {
        return asked(carer, key, Asking.of(wanted));
    }

    /** As a request would ask. */
    static PlainBooking asked(UUID carer, String key, Asking asking) {
        byte[] fingerprint = asking.toString().getBytes(StandardCharsets.UTF_8);
        Idempotency.Claim claim = new Idempotency.Claim(carer.toString(), "POST /v1/bookings", key, fingerprint);
        return PlainBooking.of(carer, asking, claim, Plainly::location);
    }

    private static String location(UUID booking) {
        return "/v1/bookings/" + booking;
    }

    /** Makes these together, and says for each 201, or the code of the refusal, or the name of the fault. */
    static List<String> together(PlainBooking... bookings) {
        bean(SharedCommit.class).make(List.of(bookings));
        return List.of(bookings).stream().map(Plainly::outcome).toList();
    }

    static String outcome(PlainBooking asked) {
        try {
            return String.valueOf(asked.answer().join().getStatus());
        } catch (CompletionException failed) {
            return failed.getCause() instanceof Refusal refusal
                    ? refusal.code()
                    : failed.getCause().getClass().getSimpleName();
        }
    }

    static <T> T bean(Class<T> type) {
        return Arc.container().instance(type).get();
    }
}
