package org.bearhug.course.entry;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bearhug.course.capacity.CapacityAgreement;
import org.bearhug.course.capacity.IntendedCapacity;
import org.bearhug.course.capacity.TakenSeats;
import org.bearhug.course.schedule.BlockView;
import org.bearhug.course.schedule.SingleClass;
import org.bearhug.course.schedule.SingleClasses;
import org.bearhug.course.zoom.ZoomPlan;
import org.bearhug.kit.Refusal;
import org.bearhug.kit.Versions.Versioned;

/** The rules of class entries: which class is meant. What may be done to it, the schedule says. */
@ApplicationScoped
class Entries {

    @Inject
    ExternalNames names;

    @Inject
    SingleClasses classes;

    @Inject
    CapacityAgreement agreement;

    @Inject
    TakenSeats taken;

    @Inject
    ZoomPlan zoom;

    @Inject
    EntityManager entities;

    /** What is to be under this name, and over which version; null for whatever it is. */
    private record Ask(UUID instructorId, String externalId, String ifMatch, EntryWish wish, SingleClass single) {

        Optional<ClassEntry> known() {
            return ClassEntry.find(instructorId, externalId);
        }
    }

    /** Makes or changes it. Asks booking-service before the transaction when seats are to be taken away. */
    WrittenEntry put(UUID instructorId, String externalId, String ifMatch, EntryWish wish) {
        Ask ask = new Ask(instructorId, externalId, ifMatch, wish, wish.singleClass());
        List<IntendedCapacity> agreed = agreement.ask(lowered(ask));
        return QuarkusTransaction.requiringNew().call(() -> write(ask, agreed));
    }

    /** Does the same and takes it all back; booking-service is asked, but not bound. */
    WrittenEntry foresee(UUID instructorId, String externalId, EntryWish wish) {
        Ask ask = new Ask(instructorId, externalId, null, wish, wish.singleClass());
        List<IntendedCapacity> lowered = lowered(ask);
        taken.foresee(lowered);
        QuarkusTransaction.begin();
        try {
            WrittenEntry written = write(ask, lowered);
            entities.flush();
            return written;
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    private List<IntendedCapacity> lowered(Ask ask) {
        return QuarkusTransaction.requiringNew().call(() -> ask.known()
                .map(entry -> classes.lowered(ask.instructorId(), entry.sessionId, ask.ifMatch(), ask.single()))
                .orElse(List.of()));
    }

    private WrittenEntry write(Ask ask, List<IntendedCapacity> agreed) {
        names.holdEntry(ask.instructorId(), ask.externalId());
        Optional<ClassEntry> known = ask.known();
        return known.isPresent() ? change(ask, known.get().sessionId, agreed) : create(ask);
    }

    private WrittenEntry change(Ask ask, UUID session, List<IntendedCapacity> agreed) {
        ZoomPlan.Due before = zoom.due(session);
        SingleClasses.Change change = classes.change(ask.instructorId(), session, ask.ifMatch(), ask.single(), agreed);
        if (!names.meansCourse(
                ask.instructorId(), ask.wish(), change.now().view().courseId())) {
            throw new Refusal(409, "entry-of-another-course", "A class stays in its course. Write another entry.");
        }
        Outcome outcome = change.changed() ? Outcome.CHANGED : Outcome.UNCHANGED;
        return WrittenEntry.of(outcome, ask.externalId(), change.now(), ZoomCost.of(before, zoom.due(session)));
    }

    private WrittenEntry create(Ask ask) {
        if (ask.ifMatch() != null) {
            throw new Refusal(412, "version-conflict", "There is no such entry yet.");
        }
        UUID course = names.course(ask.instructorId(), ask.wish());
        Versioned<BlockView> made = classes.create(ask.instructorId(), course, ask.single());
        UUID session = made.view().sessions().get(0).id();
        ClassEntry.of(session, made.view().id(), ask.instructorId(), ask.externalId())
                .persist();
        ZoomCost cost = ZoomCost.of(ZoomPlan.Due.NOTHING, zoom.due(session));
        return WrittenEntry.of(Outcome.CREATED, ask.externalId(), made, cost);
    }
}
