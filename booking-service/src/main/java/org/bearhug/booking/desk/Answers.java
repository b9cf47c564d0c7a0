package org.bearhug.booking.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import java.util.stream.Stream;
import org.bearhug.booking.pass.PassRefusals;
import org.bearhug.booking.payment.PaymentPages;
import org.bearhug.booking.voucher.VoucherRefusals;
import org.bearhug.kit.Idempotency;
import org.bearhug.kit.Refusal;

/** What those are told whose bookings were made together, or were not made. */
@ApplicationScoped
class Answers {

    @Inject
    KnownWorld world;

    @Inject
    Limits limits;

    /** Tells it. */
    void give(KnownWorld.Meaning meaning, Verdict verdict, Draft made) {
        PlainBooking booking = meaning.asked().booking();
        try {
            booking.answer().complete(response(meaning, verdict, made));
        } catch (Refusal refusal) {
            booking.fail(refusal);
        }
    }

    private Response response(KnownWorld.Meaning meaning, Verdict verdict, Draft made) {
        Asked asked = meaning.asked();
        return switch (verdict.outcome()) {
            case TAKEN -> created(made);
            case STORED -> Idempotency.again(asked.booking().claim(), verdict.kept());
            case IN_USE -> throw Idempotency.inUse();
            case GONE -> throw gone(asked);
            case LAPSED -> throw asked.hold().expired();
            case CREDIT_USED -> throw Credit.used(verdict.usedBy());
            case PASS_NOT_PAID -> throw PassRefusals.notPaid();
            case PASS_LAPSED -> throw PassRefusals.lapsed();
            case PASS_RETURNED -> throw PassRefusals.returned();
            case PASS_USED_UP -> throw PassRefusals.usedUp(verdict.unitsLeft());
            case VOUCHER_USED_UP -> throw VoucherRefusals.usedUp();
            case VOUCHER_USED_BY_FAMILY ->
                throw VoucherRefusals.usedByFamily(asked.voucher().usesPerFamily());
            case REFUSED -> throw meaning.refusal();
            case DOUBLED -> throw SeatChange.alreadyBooked(verdict.doubledSessions(), verdict.doubledChildren());
            case OWING -> throw limits.tooManyUnpaid();
            case HOLDING -> throw limits.tooManyHolds();
            case FULL -> throw SeatChange.full(verdict.fullSessions());
            case UNKNOWN -> throw Refusal.notFound("session");
            case AGAIN -> throw new IllegalArgumentException("not decided");
        };
    }

    private Refusal gone(Asked asked) {
        Asking asking = asked.booking().asking();
        world.forget(Stream.of(asking.hold(), asking.credit(), asking.pass())
                .filter(Objects::nonNull)
                .toList());
        return asked.notFound();
    }

    private static Response created(Draft made) {
        return Response.status(Response.Status.CREATED)
                .header(HttpHeaders.LOCATION, made.location())
                .entity(made.toPay() == null ? made.body() : new PaymentPages.Unopened(made.body(), made.toPay()))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .build();
    }
}
