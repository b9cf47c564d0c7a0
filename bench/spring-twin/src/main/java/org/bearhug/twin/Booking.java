package org.bearhug.twin;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** What a carer agreed to. */
@Entity
class Booking {

    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    UUID id;

    UUID carerId;

    UUID sessionId;

    String title;

    int children;

    String state = "CONFIRMED";

    long amount;

    String currency;

    String[] lineCodes = {"LIST"};

    String[] lineTexts = {null};

    Long[] lineAmounts;

    Instant bookedAt;

    protected Booking() {}

    Booking(UUID carerId, ClassSession session, int children, Instant now) {
        this.carerId = carerId;
        this.sessionId = session.id;
        this.title = session.title;
        this.children = children;
        this.amount = session.dropInAmount * children;
        this.currency = session.currency;
        this.lineAmounts = new Long[] {amount};
        this.bookedAt = now;
    }
}
