package org.bearhug.user.privacy;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bearhug.kit.Refusal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.Session;
import org.jboss.logging.Logger;

/** Asks each service until it has said what it did (docs/decisions/0011-erasing-a-person.md). */
@ApplicationScoped
class ErasureReports {

    private static final Logger LOG = Logger.getLogger(ErasureReports.class);
    private static final int AT_ONCE = 50;

    private static final String MISSING =
            """
            SELECT e.id, e.account_id, s.name
              FROM erasure e CROSS JOIN unnest(:services) AS s (name)
             WHERE e.state = 'ERASED'
               AND NOT EXISTS (SELECT FROM erasure_report r WHERE r.erasure_id = e.id AND r.service = s.name)
             ORDER BY e.erased_at
             LIMIT :most""";

    @Inject
    Session database;

    @Inject
    Elsewhere elsewhere;

    @Inject
    Clock clock;

    /** An erasure and what each service did. */
    record ReportView(
            UUID id,
            UUID accountId,
            Erasure.State state,
            Instant askedAt,
            Instant dueAt,
            Instant erasedAt,
            List<Part> services) {}

    /** What one service did; {@code doneAt} is absent until it has. */
    record Part(String service, @JsonRawValue @Schema(implementation = Object.class) String did, Instant doneAt) {}

    private record Missing(UUID erasure, UUID account, String service) {}

    /** What an admin sees of it. */
    @Transactional
    ReportView read(UUID id) {
        Erasure erasure = Erasure.<Erasure>findByIdOptional(id).orElseThrow(() -> Refusal.notFound("erasure"));
        Map<String, ErasureReport> reports =
                ErasureReport.of(id).stream().collect(Collectors.toMap(report -> report.service, Function.identity()));
        return new ReportView(
                id,
                erasure.accountId,
                erasure.state,
                erasure.askedAt,
                erasure.dueAt,
                erasure.erasedAt,
                ErasureReport.SERVICES.stream()
                        .map(service -> part(service, reports.get(service)))
                        .toList());
    }

    private static Part part(String service, ErasureReport report) {
        return report == null ? new Part(service, null, null) : new Part(service, report.did, report.doneAt);
    }

    @Scheduled(
            every = "{bearhug.erasure-every}",
            identity = "ask-for-erasure-reports",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void collect() {
        QuarkusTransaction.requiringNew().call(this::missing).forEach(this::ask);
    }

    private List<Missing> missing() {
        return database.createNativeQuery(MISSING, Object[].class)
                .setParameter("services", ErasureReport.SERVICES.toArray(String[]::new))
                .setParameter("most", AT_ONCE)
                .setTupleTransformer((row, columns) -> new Missing((UUID) row[0], (UUID) row[1], (String) row[2]))
                .getResultList();
    }

    private void ask(Missing missing) {
        try {
            elsewhere.erasure(missing.service(), missing.account()).ifPresent(did -> QuarkusTransaction.requiringNew()
                    .run(() -> ErasureReport.keep(missing.erasure(), missing.service(), did, clock.instant())));
        } catch (Refusal away) {
            LOG.infof("The report of %s on erasure %s has to wait.", missing.service(), missing.erasure());
        }
    }
}
