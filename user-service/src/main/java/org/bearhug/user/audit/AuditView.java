package org.bearhug.user.audit;

import java.time.Instant;
import java.util.UUID;

/**
 * One line of the audit trail.
 *
 * @param actorId who did it
 * @param accountId to whom
 * @param subjectId with what: a child, an API client, …
 */
public record AuditView(UUID id, Instant at, Act act, UUID actorId, UUID accountId, UUID subjectId) {

    static AuditView of(AuditEntry entry) {
        return new AuditView(entry.id, entry.at, entry.act, entry.actorId, entry.accountId, entry.subjectId);
    }
}
