package org.bearhug.twin;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What other services are told; the database adds the order. */
@Entity
@Table(name = "outbox")
class OutboxEvent {

    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    UUID id;

    String aggregatetype;

    UUID aggregateid;

    String type;

    long version;

    Instant occurredAt;

    @JdbcTypeCode(SqlTypes.JSON)
    String payload;

    protected OutboxEvent() {}

    OutboxEvent(String type, UUID subject, long version, String payload, Instant now) {
        this.aggregatetype = type.substring(0, type.indexOf('.'));
        this.aggregateid = subject;
        this.type = type;
        this.version = version;
        this.payload = payload;
        this.occurredAt = now;
    }
}
