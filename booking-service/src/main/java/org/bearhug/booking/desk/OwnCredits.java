package org.bearhug.booking.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.bearhug.kit.Page;

/** The make-up credits of a carer's children, to look at. */
@ApplicationScoped
class OwnCredits {

    @Inject
    Clock clock;

    /** The newest first; {@code before} is what {@link Page.Cursor#below} says. */
    @Transactional
    Page<CreditView> page(UUID carer, UUID before, int limit) {
        Instant now = clock.instant();
        return Page.of(
                Credit.page(carer, before, limit + 1),
                limit,
                credit -> Page.Cursor.after(credit.id),
                credit -> CreditView.of(credit, now));
    }
}
