package org.bearhug.booking.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bearhug.booking.money.Money;
import org.bearhug.booking.money.Purchase;
import org.bearhug.booking.payment.Intended;
import org.bearhug.booking.payment.PaymentView;
import org.bearhug.booking.payment.Payments;
import org.bearhug.booking.timetable.OpeningTime;
import org.bearhug.booking.timetable.ScheduledSession;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** Writes down what {@link TakeAll} is to write if a booking comes about: all of it is known before, ids and answer too. */
@ApplicationScoped
class WishSheet {

    @Inject
    ObjectMapper json;

    @Inject
    OpeningTime openingTime;

    @Inject
    Limits limits;

    @Inject
    Payments payments;

    TakeAll.Sheet of(KnownWorld.Understood understood, Instant now) {
        return new TakeAll.Sheet(
                understood.meanings().stream()
                        .map(meaning -> new TakeAll.Wish(
                                meaning.asked(),
                                Source.of(meaning.asked()),
                                meaning.late(),
                                meaning.agreement() == null ? null : draft(meaning, now)))
                        .toList(),
                understood.facts(),
                limits.mostUnpaid(),
                limits.mostHolds(),
                now);
    }

    private Draft draft(KnownWorld.Meaning meaning, Instant now) {
        PlainBooking asked = meaning.asked().booking();
        Agreement agreement = meaning.agreement();
        Money total = agreement.price().total();
        List<Place> places = places(asked.id(), agreement);
        if (payments.areFirst(total)) {
            return paidFirst(asked, agreement, places, now);
        }
        PaymentView due = total.amount() == 0 ? null : meaning.paidBy().due(newId(), total, now);
        BookingView answer = BookingView.of(asked.id(), agreement, now, due, agreement.views(places, openingTime));
        return new Draft(
                asked.id(),
                agreement,
                places,
                places.stream().map(PlaceFact::taken).map(this::text).toList(),
                PriceLines.of(agreement.price().lines()),
                due == null ? null : meaning.instructor(),
                due,
                null,
                null,
                asked.location(),
                text(answer));
    }

    /** Its places are only held. */
    private Draft paidFirst(PlainBooking asked, Agreement agreement, List<Place> places, Instant now) {
        ScheduledSession first = agreement.sessions().get(0);
        Intended toPay = payments.intended(
                newId(),
                Purchase.booking(asked.id()),
                agreement.title(),
                agreement.price().total(),
                payments.until(now, first.startsAt()));
        return new Draft(
                asked.id(),
                agreement,
                places,
                Collections.nCopies(places.size(), null),
                PriceLines.of(agreement.price().lines()),
                first.instructorId(),
                toPay.opening(),
                toPay,
                text(BookingFact.pending(asked.id(), agreement)),
                asked.location(),
                text(BookingView.pending(asked.id(), agreement, now, toPay.opening())));
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
