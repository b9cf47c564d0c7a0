package org.bearhug.twin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Books in one transaction, under the lock of the session's row of seats. */
@Service
class BookingService {

    private static final String ENDPOINT = "POST /v1/bookings";

    private final SeatsRepository seats;
    private final ClassSessionRepository sessions;
    private final ChildRepository children;
    private final BookingRepository bookings;
    private final PlaceRepository places;
    private final StoredAnswerRepository answers;
    private final OutboxPublisher outbox;
    private final ObjectMapper json;
    private final Clock clock;

    BookingService(
            SeatsRepository seats,
            ClassSessionRepository sessions,
            ChildRepository children,
            BookingRepository bookings,
            PlaceRepository places,
            StoredAnswerRepository answers,
            OutboxPublisher outbox,
            ObjectMapper json,
            Clock clock) {
        this.seats = seats;
        this.sessions = sessions;
        this.children = children;
        this.bookings = bookings;
        this.places = places;
        this.answers = answers;
        this.outbox = outbox;
        this.json = json;
        this.clock = clock;
    }

    @Transactional
    StoredAnswer book(String carer, String key, BookingRequest request) {
        StoredAnswer.Id id = new StoredAnswer.Id(carer, ENDPOINT, key);
        byte[] fingerprint = fingerprint(request);
        return answers.findById(id)
                .map(stored -> again(stored, fingerprint))
                .orElseGet(() -> keep(id, fingerprint, book(UUID.fromString(carer), request)));
    }

    private static StoredAnswer again(StoredAnswer stored, byte[] fingerprint) {
        if (!stored.answers(fingerprint)) {
            throw new BookingRefused(HttpStatus.UNPROCESSABLE_ENTITY, "idempotency-key-reused");
        }
        return stored;
    }

    private BookingResponse book(UUID carer, BookingRequest request) {
        Instant now = clock.instant();
        ClassSession session = sessions.findById(request.sessionId())
                .filter(known -> known.published)
                .orElseThrow(BookingRefused::notFound);
        if (!session.isForSale(now)) {
            throw BookingRefused.conflict("sales-closed");
        }
        List<Child> booked = children(carer, request, session);
        Seats row = seats.findBySessionId(session.id).orElseThrow(BookingRefused::notFound);
        if (places.existsBySessionIdAndChildIdInAndState(session.id, request.childIds(), "CONFIRMED")) {
            throw BookingRefused.conflict("already-booked");
        }
        if (!row.hasRoomFor(booked.size())) {
            throw BookingRefused.conflict("session-full");
        }
        row.take(booked.size());
        Booking booking = bookings.save(new Booking(carer, session, booked.size(), now));
        List<BookingResponse.PlaceResponse> answer = new ArrayList<>();
        for (Child child : booked) {
            Place place = places.save(new Place(booking, session, child, now));
            outbox.placeConfirmed(place);
            answer.add(BookingResponse.PlaceResponse.of(place, child, session));
        }
        outbox.seatsChanged(row);
        return BookingResponse.of(booking, answer);
    }

    private List<Child> children(UUID carer, BookingRequest request, ClassSession session) {
        List<Child> found = children.findAllById(request.childIds());
        if (found.size() < request.childIds().size()
                || found.stream().anyMatch(child -> child.erased || !child.carerId.equals(carer))) {
            throw BookingRefused.notFound();
        }
        for (Child child : found) {
            if (child.ageInWeeks(session) < session.ageFromWeeks) {
                throw BookingRefused.conflict("child-too-young");
            }
            if (child.ageInWeeks(session) > session.ageToWeeks) {
                throw BookingRefused.conflict("child-too-old");
            }
        }
        return found;
    }

    private StoredAnswer keep(StoredAnswer.Id id, byte[] fingerprint, BookingResponse response) {
        try {
            return answers.save(new StoredAnswer(
                    id,
                    fingerprint,
                    HttpStatus.CREATED.value(),
                    "/v1/bookings/" + response.id(),
                    json.writeValueAsString(response),
                    clock.instant()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer can be written", e);
        }
    }

    private byte[] fingerprint(BookingRequest request) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(json.writeValueAsBytes(request));
        } catch (JsonProcessingException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("a request that was read can be written", e);
        }
    }
}
