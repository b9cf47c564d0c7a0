package org.bearhug.booking.timetable;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bearhug.booking.money.Money;
import org.bearhug.booking.sql.SqlFile;
import org.bearhug.kit.CloudEvent;
import org.bearhug.kit.FeedConsumer;
import org.bearhug.reads.Changes;
import org.hibernate.Session;

/** Writes down what course-service tells of its sessions and blocks. */
@ApplicationScoped
class TimetableFeed implements FeedConsumer.Handler {

    private static final String OVERWRITE_SESSION = SqlFile.read("timetable/overwrite-session");

    private static final String OVERWRITE_BLOCK = SqlFile.read("timetable/overwrite-block");

    @Inject
    Session entities;

    @Inject
    Event<MovedSession> moved;

    @Inject
    Changes changes;

    @Inject
    ObjectMapper json;

    @Override
    public String feed() {
        return "course-service";
    }

    @Override
    public void apply(CloudEvent event) {
        if (event.type().equals("session.changed")) {
            overwrite(read(event, SessionFact.class), event.version());
            touch(event);
        } else if (event.type().equals("block.changed")) {
            overwrite(read(event, BlockFact.class), event.version());
            touch(event);
        }
    }

    private void touch(CloudEvent event) {
        changes.touch("class", List.of(UUID.fromString(event.subject())));
    }

    /** Of what a newer course-service may say more, as much as is known here. */
    private <T> T read(CloudEvent event, Class<T> fact) {
        try {
            return json.readerFor(fact)
                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(event.data());
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + event.type(), e);
        }
    }

    private static Long amount(Money sum) {
        return sum == null ? null : sum.amount();
    }

    private void overwrite(SessionFact session, long version) {
        Money price = session.dropInPrice();
        List<Instant> before = entities.createNativeQuery(OVERWRITE_SESSION, Instant.class)
                .setParameter("id", session.id())
                .setParameter("course", session.courseId())
                .setParameter("block", session.blockId())
                .setParameter("instructor", session.instructorId())
                .setParameter("title", session.title())
                .setParameter("startsAt", session.startsAt())
                .setParameter("endsAt", session.endsAt())
                .setParameter("localStart", session.localStart())
                .setParameter("zone", session.timeZone())
                .setParameter("ageFrom", session.ageWeeks().from())
                .setParameter("ageTo", session.ageWeeks().to())
                .setParameter("amount", amount(price))
                .setParameter("minimum", amount(session.dropInMinimum()))
                .setParameter("currency", price == null ? null : price.currency())
                .setParameter("state", session.state())
                .setParameter("published", session.published())
                .setParameter("version", version)
                .getResultList();
        boolean takesPlace = session.published() && session.state().equals("SCHEDULED");
        before.stream()
                .filter(start -> takesPlace && start != null && !start.equals(session.startsAt()))
                .forEach(start -> moved.fire(MovedSession.of(session, start)));
    }

    private void overwrite(BlockFact block, long version) {
        Terms terms = block.terms();
        entities.createNativeMutationQuery(OVERWRITE_BLOCK)
                .setParameter("id", block.id())
                .setParameter("course", block.courseId())
                .setParameter("instructor", block.instructorId())
                .setParameter("state", block.state())
                .setParameter("sessions", block.sessionIds().toArray(UUID[]::new))
                .setParameter("amount", block.blockPrice().amount())
                .setParameter("currency", block.blockPrice().currency())
                .setParameter("fullUntil", terms.fullUntilDays())
                .setParameter("partUntil", terms.partUntilDays())
                .setParameter("partPercent", terms.partPercent())
                .setParameter("makeUpWeeks", terms.makeUpWeeks())
                .setParameter("makeUps", terms.makeUpsPerBlock())
                .setParameter("minimum", amount(block.pricing().minimum()))
                .setParameter("early", amount(block.pricing().earlyPrice()))
                .setParameter("earlyUntil", block.pricing().earlyUntil())
                .setParameter("sibling", block.pricing().siblingPercent())
                .setParameter("proRata", block.pricing().proRata())
                .setParameter("zone", block.timeZone())
                .setParameter("version", version)
                .executeUpdate();
    }
}
