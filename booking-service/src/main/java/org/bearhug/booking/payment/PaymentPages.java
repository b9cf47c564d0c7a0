package org.bearhug.booking.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import java.util.function.Function;
import org.bearhug.booking.money.Purchase;
import org.bearhug.kit.Refusal;

/** Leads whoever has just bought something to the page on which it is paid. */
@ApplicationScoped
public class PaymentPages {

    @Inject
    Payments payments;

    /**
     * The same answer, with the page where it is to be paid first. It is opened now, after what was bought is committed, or was
     * by an earlier request under the same key.
     *
     * @param anew what was bought, read once more
     * @throws Refusal 409 {@code payment-failed}
     */
    public Response shown(Purchase.Kind kind, Response bought, Function<UUID, ?> anew) {
        if (!payments.isOnline()) {
            return bought;
        }
        URI location = bought.getLocation();
        UUID id =
                UUID.fromString(location.getPath().substring(location.getPath().lastIndexOf('/') + 1));
        return payments.begin(new Purchase(kind, id))
                ? Response.created(location).entity(anew.apply(id)).build()
                : bought;
    }
}
