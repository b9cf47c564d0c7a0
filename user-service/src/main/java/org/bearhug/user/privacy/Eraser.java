package org.bearhug.user.privacy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.bearhug.user.account.AccountErasure;
import org.bearhug.user.account.AccountView;
import org.bearhug.user.audit.Act;
import org.bearhug.user.audit.Audit;
import org.bearhug.user.family.FamilyErasure;
import org.jboss.logging.Logger;

/** Erases those whose time has come, each in a transaction of its own; several instances may do it at once. */
@ApplicationScoped
class Eraser {

    private static final Logger LOG = Logger.getLogger(Eraser.class);
    private static final int AT_ONCE = 50;

    @Inject
    AccountErasure accounts;

    @Inject
    FamilyErasure families;

    @Inject
    Audit audit;

    @Inject
    ObjectMapper json;

    @Inject
    Clock clock;

    @Scheduled(
            every = "{bearhug.erasure-every}",
            identity = "erase-accounts",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void eraseDue() {
        Instant now = clock.instant();
        List<UUID> due = QuarkusTransaction.requiringNew().call(() -> Erasure.due(now, AT_ONCE).stream()
                .map(erasure -> erasure.accountId)
                .toList());
        due.forEach(account -> tryErase(account, now));
    }

    /** One that fails does not keep the others; it is tried again the next time. */
    private void tryErase(UUID account, Instant now) {
        try {
            QuarkusTransaction.requiringNew().run(() -> erase(account, now));
        } catch (RuntimeException fault) {
            // Not its message, which may name whom it is about.
            LOG.errorf(
                    "Account %s could not be erased: %s",
                    account, fault.getClass().getName());
        }
    }

    private void erase(UUID id, Instant now) {
        Optional<AccountView> account = accounts.lock(id);
        // Looked at again under the lock: it may have been cancelled, or done by another instance.
        Optional<Erasure> planned =
                Erasure.open(id).filter(open -> open.state == Erasure.State.PLANNED && !open.dueAt.isAfter(now));
        if (account.isEmpty() || planned.isEmpty()) {
            return;
        }
        FamilyErasure.Done did = families.erase(account.get());
        accounts.erase(id);
        planned.get().done(now);
        ErasureReport.keep(planned.get().id, "user-service", text(did), now);
        audit.note(Act.ACCOUNT_ERASED, id, planned.get().id);
    }

    private String text(FamilyErasure.Done did) {
        try {
            return json.writeValueAsString(did);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("numbers can be written", e);
        }
    }
}
