package org.bearhug.booking.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bearhug.booking.money.Money;
import org.bearhug.booking.payment.PaymentView;
import org.bearhug.booking.timetable.OpeningTime;
import org.bearhug.booking.timetable.Terms;
import org.bearhug.kit.Idempotency;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** Writes down what {@link TakeAll} is to write if a booking comes about: all of it is known before, ids and answer too. */
@ApplicationScoped
class WishSheet {

    @Inject
    ObjectMapper json;

    @Inject
    OpeningTime openingTime;

    TakeAll.Sheet of(KnownWorld.Understood understood, Instant now) {
        List<KnownWorld.Meaning> meanings = understood.meanings();
        List<ObjectNode> rows = IntStream.range(0, meanings.size())
                .mapToObj(nth -> meanings.get(nth).agreement() == null
                        ? row(nth, meanings.get(nth).asked()).put("refused", true)
                        : agreed(row(nth, meanings.get(nth).asked()).put("refused", false), meanings.get(nth), now))
                .toList();
        return new TakeAll.Sheet(
                text(rows),
                rows.stream().map(row -> row.path("body").textValue()).toList(),
                understood.facts(),
                now);
    }

    private ObjectNode agreed(ObjectNode row, KnownWorld.Meaning meaning, Instant now) {
        PlainBooking asked = meaning.asked();
        Agreement agreement = meaning.agreement();
        Money total = agreement.price().total();
        PaymentView due = total.amount() == 0 ? null : meaning.paidBy().due(newId(), total, now);
        List<Place> places = places(asked.id(), agreement);
        writeBooking(row, asked.id(), agreement);
        writeTerms(row, agreement.terms());
        writePlaces(row, places, agreement.price().shares());
        if (due != null) {
            row.putPOJO("instructor", meaning.instructor())
                    .putPOJO("due", due.id())
                    .putPOJO("due_at", due.dueAt());
        }
        BookingView answer = BookingView.of(asked.id(), agreement, now, due, agreement.views(places, openingTime));
        return row.put("location", asked.location()).put("body", text(answer));
    }

    /** Only what is needed to see whether its key has an answer. */
    private ObjectNode row(int nth, PlainBooking asked) {
        Idempotency.Claim claim = asked.claim();
        return json.createObjectNode()
                .put("nth", nth)
                .put("caller", claim.caller())
                .put("endpoint", claim.endpoint())
                .put("key", claim.key())
                .put("fingerprint", claim.fingerprint());
    }

    private static void writeBooking(ObjectNode row, UUID id, Agreement agreement) {
        PriceLines lines = PriceLines.of(agreement.price().lines());
        row.putPOJO("id", id)
                .putPOJO("carer", agreement.carerId())
                .putPOJO("block", agreement.blockId())
                .putPOJO("session", agreement.sessionId())
                .putPOJO("sessions", agreement.sessionIds())
                .putPOJO("children", agreement.childIds())
                .put("title", agreement.title())
                .put("amount", agreement.price().total().amount())
                .put("currency", agreement.price().total().currency())
                .putPOJO("line_codes", lines.lineCodes())
                .putPOJO("line_texts", lines.lineTexts())
                .putPOJO("line_amounts", lines.lineAmounts());
    }

    private static void writeTerms(ObjectNode row, Terms terms) {
        row.put("full_until", terms.fullUntilDays())
                .put("part_until", terms.partUntilDays())
                .put("part_percent", terms.partPercent())
                .put("make_up_weeks", terms.makeUpWeeks())
                .put("make_ups", terms.makeUpsPerBlock());
    }

    private void writePlaces(ObjectNode row, List<Place> places, List<Long> shares) {
        row.putPOJO("places", places.stream().map(Place::id).toList())
                .putPOJO("place_sessions", places.stream().map(Place::sessionId).toList())
                .putPOJO("place_children", places.stream().map(Place::childId).toList())
                .putPOJO("shares", shares)
                .putPOJO(
                        "facts",
                        places.stream().map(DeskFacts::of).map(this::text).toList());
    }

    /** Child by child and in each the sessions in order, as the shares of the price are. */
    private static List<Place> places(UUID booking, Agreement agreement) {
        List<UUID> sessions = agreement.sessionIds();
        List<UUID> children = agreement.childIds();
        return IntStream.range(0, sessions.size() * children.size())
                .mapToObj(nth -> new Place(
                        newId(),
                        booking,
                        sessions.get(nth % sessions.size()),
                        children.get(nth / sessions.size()),
                        agreement.carerId(),
                        Place.State.CONFIRMED,
                        agreement.price().shares().get(nth),
                        0))
                .toList();
    }

    private static UUID newId() {
        return UuidVersion7Strategy.INSTANCE.generateUuid(null);
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what we wrote ourselves cannot be written", e);
        }
    }
}
