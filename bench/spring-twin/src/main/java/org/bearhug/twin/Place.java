package org.bearhug.twin;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.UUID;

/** One child in one session of a booking. */
@Entity
class Place {

    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    Booking booking;

    UUID sessionId;

    UUID childId;

    UUID carerId;

    String state = "CONFIRMED";

    Instant takenAt;

    long price;

    protected Place() {}

    Place(Booking booking, ClassSession session, Child child, Instant now) {
        this.booking = booking;
        this.sessionId = session.id;
        this.childId = child.id;
        this.carerId = booking.carerId;
        this.takenAt = now;
        this.price = session.dropInAmount;
    }
}
