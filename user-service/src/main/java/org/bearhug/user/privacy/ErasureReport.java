package org.bearhug.user.privacy;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What one service did to erase somebody. */
@Entity
@IdClass(ErasureReport.Key.class)
class ErasureReport extends PanacheEntityBase {

    /** All who have to report. */
    static final List<String> SERVICES = List.of("user-service", "course-service", "booking-service");

    @Id
    UUID erasureId;

    @Id
    String service;

    /** JSON. */
    @JdbcTypeCode(SqlTypes.JSON)
    String did;

    Instant doneAt;

    record Key(UUID erasureId, String service) {}

    static void keep(UUID erasure, String service, String did, Instant now) {
        ErasureReport report = new ErasureReport();
        report.erasureId = erasure;
        report.service = service;
        report.did = did;
        report.doneAt = now;
        report.persist();
    }

    static List<ErasureReport> of(UUID erasure) {
        return list("erasureId", erasure);
    }
}
