package org.bearhug.twin;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.Arrays;
import org.springframework.data.domain.Persistable;

/** The answer to a request, by its Idempotency-Key. */
@Entity
@Table(name = "idempotency_record")
class StoredAnswer implements Persistable<StoredAnswer.Id> {

    @Embeddable
    record Id(String caller, String endpoint, String key) {}

    @EmbeddedId
    Id id;

    byte[] fingerprint;

    int status;

    String location;

    String body;

    Instant createdAt;

    /** Its id is given, so Spring Data would look for it before it inserts. */
    @Transient
    private boolean stored;

    protected StoredAnswer() {}

    StoredAnswer(Id id, byte[] fingerprint, int status, String location, String body, Instant now) {
        this.id = id;
        this.fingerprint = fingerprint;
        this.status = status;
        this.location = location;
        this.body = body;
        this.createdAt = now;
    }

    boolean answers(byte[] request) {
        return Arrays.equals(fingerprint, request);
    }

    @Override
    public Id getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return !stored;
    }

    @PostLoad
    @PostPersist
    void isStored() {
        stored = true;
    }
}
