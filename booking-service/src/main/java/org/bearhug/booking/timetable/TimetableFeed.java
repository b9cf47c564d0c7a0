package org.bearhug.booking.timetable;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.bearhug.booking.money.Money;
import org.bearhug.kit.CloudEvent;
import org.bearhug.kit.FeedConsumer;
import org.bearhug.reads.Changes;

/** Writes down what course-service tells of its sessions and blocks. */
@ApplicationScoped
class TimetableFeed implements FeedConsumer.Handler {

    private static final String OVERWRITE_SESSION =
            """
            INSERT INTO class_session AS s (id, course_id, block_id, instructor_id, title, starts_at, ends_at, local_start,
                   time_zone, age_from_weeks, age_to_weeks, drop_in_amount, drop_in_minimum, currency, state, published, version)
            VALUES (:id, :course, :block, :instructor, :title, :startsAt, :endsAt, :localStart,
                   :zone, :ageFrom, :ageTo, :amount, :minimum, :currency, :state, :published, :version)
            ON CONFLICT (id) DO UPDATE SET
                   (course_id, block_id, instructor_id, title, starts_at, ends_at, local_start,
                    time_zone, age_from_weeks, age_to_weeks, drop_in_amount, drop_in_minimum, currency, state, published, version) =
                   (excluded.course_id, excluded.block_id, excluded.instructor_id, excluded.title, excluded.starts_at,
                    excluded.ends_at, excluded.local_start, excluded.time_zone, excluded.age_from_weeks,
                    excluded.age_to_weeks, excluded.drop_in_amount, excluded.drop_in_minimum, excluded.currency, excluded.state,
                    excluded.published, excluded.version)
             WHERE s.version < excluded.version""";

    private static final String OVERWRITE_BLOCK =
            """
            INSERT INTO class_block AS b (id, course_id, instructor_id, state, session_ids, price_amount, currency,
                   full_until_days, part_until_days, part_percent, make_up_weeks, make_ups_per_block,
                   minimum_amount, early_amount, early_until, sibling_percent, pro_rata, time_zone, version)
            VALUES (:id, :course, :instructor, :state, :sessions, :amount, :currency,
                   :fullUntil, :partUntil, :partPercent, :makeUpWeeks, :makeUps,
                   :minimum, :early, :earlyUntil, :sibling, :proRata, :zone, :version)
            ON CONFLICT (id) DO UPDATE SET
                   (course_id, instructor_id, state, session_ids, price_amount, currency,
                    full_until_days, part_until_days, part_percent, make_up_weeks, make_ups_per_block,
                   minimum_amount, early_amount, early_until, sibling_percent, pro_rata, time_zone, version) =
                   (excluded.course_id, excluded.instructor_id, excluded.state, excluded.session_ids,
                    excluded.price_amount, excluded.currency, excluded.full_until_days, excluded.part_until_days,
                    excluded.part_percent, excluded.make_up_weeks, excluded.make_ups_per_block,
                    excluded.minimum_amount, excluded.early_amount, excluded.early_until, excluded.sibling_percent,
                    excluded.pro_rata, excluded.time_zone, excluded.version)
             WHERE b.version < excluded.version""";

    @Inject
    EntityManager entities;

    @Inject
    Changes changes;

    @Inject
    ObjectMapper json;

    private record Weeks(int from, int to) {}

    private record SessionFact(
            UUID id,
            UUID courseId,
            UUID blockId,
            UUID instructorId,
            String title,
            Instant startsAt,
            Instant endsAt,
            LocalDateTime localStart,
            String timeZone,
            Weeks ageWeeks,
            Money dropInPrice,
            Money dropInMinimum,
            String state,
            boolean published) {}

    private record BlockFact(
            UUID id,
            UUID courseId,
            UUID instructorId,
            String state,
            List<UUID> sessionIds,
            Money blockPrice,
            Policy cancellationPolicy,
            MakeUp makeUp,
            Pricing pricing,
            String timeZone) {

        BlockFact {
            pricing = pricing == null ? Pricing.PLAIN : pricing;
        }

        Terms terms() {
            Policy policy = cancellationPolicy == null ? Policy.USUAL : cancellationPolicy;
            MakeUp missed = makeUp == null ? MakeUp.USUAL : makeUp;
            return new Terms(
                    policy.fullUntilDays, policy.partUntilDays, policy.partPercent, missed.weeks, missed.perBlock);
        }
    }

    private record Pricing(Money minimum, Money earlyPrice, LocalDate earlyUntil, int siblingPercent, boolean proRata) {
        static final Pricing PLAIN = new Pricing(null, null, null, 0, false);
    }

    private static Long amount(Money sum) {
        return sum == null ? null : sum.amount();
    }

    private record Policy(int fullUntilDays, int partUntilDays, int partPercent) {
        static final Policy USUAL =
                new Policy(Terms.USUAL.fullUntilDays(), Terms.USUAL.partUntilDays(), Terms.USUAL.partPercent());
    }

    private record MakeUp(int weeks, int perBlock) {
        static final MakeUp USUAL = new MakeUp(Terms.USUAL.makeUpWeeks(), Terms.USUAL.makeUpsPerBlock());
    }

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

    private void overwrite(SessionFact session, long version) {
        Money price = session.dropInPrice();
        entities.createNativeQuery(OVERWRITE_SESSION)
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
                .executeUpdate();
    }

    private void overwrite(BlockFact block, long version) {
        Terms terms = block.terms();
        entities.createNativeQuery(OVERWRITE_BLOCK)
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
