package org.bearhug.booking.pass;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.bearhug.kit.Page;
import org.bearhug.kit.Refusal;

/** What passes an instructor sells. */
@ApplicationScoped
class PassOffers {

    private static final int LIMIT = 1000;

    @Inject
    Clock clock;

    /**
     * Offers a pass.
     *
     * @throws Refusal 409 {@code too-many-passes}
     */
    @Transactional
    PassOfferView make(UUID instructor, PassOffersResource.Wish wish) {
        if (PassOffer.count("instructorId = ?1 and withdrawnAt is null", instructor) >= LIMIT) {
            throw new Refusal(409, "too-many-passes", "There can be " + LIMIT + " passes; withdraw old ones first.");
        }
        PassOffer offer = new PassOffer();
        offer.instructorId = instructor;
        offer.title = wish.title().strip();
        offer.units = wish.units();
        offer.amount = wish.price().amount();
        offer.currency = wish.price().currency();
        offer.validWeeks = wish.validWeeks();
        offer.courseIds = wish.courseIds().toArray(UUID[]::new);
        offer.madeAt = clock.instant();
        offer.persist();
        return PassOfferView.of(offer);
    }

    /** The newest first; {@code before} is what {@link Page.Cursor#below} says. */
    @Transactional
    Page<PassOfferView> page(UUID instructor, UUID before, int limit) {
        List<PassOffer> offers = PassOffer.page(instructor, before, limit + 1);
        return Page.of(offers, limit, offer -> Page.Cursor.after(offer.id), PassOfferView::of);
    }

    /** Sells it no more; what was sold counts on. */
    @Transactional
    void withdraw(UUID instructor, UUID id) {
        PassOffer offer = PassOffer.of(instructor, id).orElseThrow(() -> Refusal.notFound("pass"));
        if (offer.withdrawnAt == null) {
            offer.withdrawnAt = clock.instant();
        }
    }
}
