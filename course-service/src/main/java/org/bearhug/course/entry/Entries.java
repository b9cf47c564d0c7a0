package org.bearhug.course.entry;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.bearhug.course.capacity.CapacityAgreement;
import org.bearhug.course.capacity.IntendedCapacity;
import org.bearhug.course.capacity.TakenSeats;
import org.bearhug.course.schedule.BlockView;
import org.bearhug.course.schedule.SingleClass;
import org.bearhug.course.schedule.SingleClasses;
import org.bearhug.course.schedule.Versioned;
import org.bearhug.course.zoom.ZoomPlan;
import org.bearhug.kit.Refusal;

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

    /** Makes or changes it. Asks booking-service before the transaction when seats are to be taken away. */
    WrittenEntry put(UUID instructorId, String externalId, String ifMatch, EntryWish wish) {
        SingleClass single = judge(wish);
        List<IntendedCapacity> agreed = agreement.ask(lowered(instructorId, externalId, ifMatch, single));
        return QuarkusTransaction.requiringNew()
                .call(() -> write(instructorId, externalId, ifMatch, wish, single, agreed));
    }

    /** Does the same and takes it all back; booking-service is asked, but not bound. */
    WrittenEntry foresee(UUID instructorId, String externalId, EntryWish wish) {
        SingleClass single = judge(wish);
        List<IntendedCapacity> lowered = lowered(instructorId, externalId, null, single);
        taken.foresee(lowered);
        QuarkusTransaction.begin();
        try {
            WrittenEntry written = write(instructorId, externalId, null, wish, single, lowered);
            entities.flush();
            return written;
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    private static SingleClass judge(EntryWish wish) {
        wish.requireOneCourse();
        return wish.singleClass();
    }

    private List<IntendedCapacity> lowered(UUID instructorId, String externalId, String ifMatch, SingleClass wish) {
        return QuarkusTransaction.requiringNew().call(() -> ClassEntry.find(instructorId, externalId)
                .map(entry -> classes.lowered(instructorId, entry.sessionId, ifMatch, wish))
                .orElse(List.of()));
    }

    private WrittenEntry write(
            UUID instructorId,
            String externalId,
            String ifMatch,
            EntryWish wish,
            SingleClass single,
            List<IntendedCapacity> agreed) {
        names.holdEntry(instructorId, externalId);
        Optional<ClassEntry> known = ClassEntry.find(instructorId, externalId);
        if (known.isEmpty()) {
            return create(instructorId, externalId, ifMatch, wish, single);
        }
        UUID session = known.get().sessionId;
        ZoomPlan.Due before = zoom.due(session);
        SingleClasses.Change change = classes.change(instructorId, session, ifMatch, single, agreed);
        if (!names.meansCourse(instructorId, wish, change.now().view().courseId())) {
            throw new Refusal(409, "entry-of-another-course", "A class stays in its course. Write another entry.");
        }
        Outcome outcome = change.changed() ? Outcome.CHANGED : Outcome.UNCHANGED;
        return WrittenEntry.of(outcome, externalId, change.now(), ZoomCost.of(before, zoom.due(session)));
    }

    private WrittenEntry create(
            UUID instructorId, String externalId, String ifMatch, EntryWish wish, SingleClass single) {
        if (ifMatch != null) {
            throw new Refusal(412, "version-conflict", "There is no such entry yet.");
        }
        Versioned<BlockView> made = classes.create(instructorId, names.course(instructorId, wish), single);
        BlockView block = made.view();
        UUID session = block.sessions().get(0).id();
        ClassEntry.of(session, block.id(), instructorId, externalId).persist();
        return WrittenEntry.of(Outcome.CREATED, externalId, made, ZoomCost.of(ZoomPlan.Due.NOTHING, zoom.due(session)));
    }

    /** Cancels the class for good. How many places it had is asked before, when they are still there. */
    CancelledEntry cancel(UUID instructorId, String externalId) {
        UUID sessionId = QuarkusTransaction.requiringNew()
                .call(() -> ClassEntry.find(instructorId, externalId).map(entry -> entry.sessionId))
                .orElseThrow(() -> Refusal.notFound("class entry"));
        OptionalInt booked = taken.of(sessionId);
        return QuarkusTransaction.requiringNew().call(() -> {
            boolean cancelled = classes.cancel(instructorId, sessionId);
            BlockView now = classes.ofSessions(Set.of(sessionId)).get(sessionId).view();
            return new CancelledEntry(
                    cancelled ? Outcome.CANCELLED : Outcome.UNCHANGED,
                    externalId,
                    cancelled && booked.isPresent() ? booked.getAsInt() : null,
                    now.sessions().get(0));
        });
    }
}
