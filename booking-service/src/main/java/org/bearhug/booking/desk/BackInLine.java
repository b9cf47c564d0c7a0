package org.bearhug.booking.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bearhug.booking.timetable.Offer;

/**
 * A family whose offer is void has its old place in line again, for what is left of what it waits for, unless it has joined the
 * line once more meanwhile.
 */
@ApplicationScoped
class BackInLine {

    @Inject
    Line line;

    @Inject
    Prospects prospects;

    @Inject
    Matcher matcher;

    @Inject
    AfterCommit afterCommit;

    @Inject
    DeskFacts facts;

    @Inject
    Clock clock;

    /** Locks the line of the family to whom this is offered, if it is; before the offer itself is locked. */
    void lock(UUID hold) {
        WaitlistEntry.courseOffered(hold).ifPresent(line::lock);
    }

    /** Whoever was offered this; it is no longer kept. */
    void of(UUID hold) {
        WaitlistEntry.offeredBy(hold).ifPresent(this::waitAgain);
    }

    private void waitAgain(WaitlistEntry entry) {
        boolean anyLeft = false;
        boolean waitsAlready = false;
        for (Wanted option : entry.options()) {
            Optional<Offer> offer = prospects.forSale(option);
            if (offer.isPresent()) {
                anyLeft = true;
                Prospects.Hope hope = new Prospects.Hope(entry.carerId, option);
                boolean open = !prospects.of(List.of(hope), clock.instant()).isEmpty();
                waitsAlready |= !line.rejoin(entry, option.subject(), offer.get(), open);
            }
        }
        boolean again = anyLeft && !waitsAlready;
        if (!again) {
            line.leave(entry.id);
        }
        entry.waitAgain(again);
        facts.waitlistChanged(entry);
        UUID course = entry.courseId;
        afterCommit.then(course, () -> matcher.match(course));
    }
}
