package org.bearhug.booking.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.bearhug.booking.payment.Payments;
import org.bearhug.kit.Refusal;

/** Leads whoever has just booked to the page on which it is paid. */
@ApplicationScoped
class PaymentPages {

    @Inject
    Payments payments;

    @Inject
    OwnBookings own;

    /**
     * The same answer, with the page where the booking is to be paid first. It is opened now, after the booking is
     * committed, or was by an earlier request under the same key.
     *
     * @throws Refusal 409 {@code payment-failed}
     */
    Response shown(UUID carer, Response booked) {
        if (!payments.isOnline()) {
            return booked;
        }
        URI location = booked.getLocation();
        UUID booking =
                UUID.fromString(location.getPath().substring(location.getPath().lastIndexOf('/') + 1));
        return payments.begin(booking)
                ? Response.created(location).entity(own.get(carer, booking)).build()
                : booked;
    }
}
