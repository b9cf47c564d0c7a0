package org.bearhug.booking.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What the jobs of payment do, at the time a test wants it. */
@ApplicationScoped
public class PaymentJobs {

    @Inject
    Dues dues;

    /** Tells of what is due, reminds, and gives back what was not paid. */
    public void dues() {
        dues.tell();
        dues.remind();
        dues.lapse();
    }
}
