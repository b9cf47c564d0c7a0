package org.bearhug.user.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.bearhug.kit.Page;
import org.bearhug.kit.Refusal;
import org.bearhug.user.audit.Act;
import org.bearhug.user.audit.Audit;

/** What an admin may do with the accounts of others. */
@ApplicationScoped
class Administration {

    @Inject
    AccountFacts facts;

    @Inject
    Audit audit;

    @Inject
    Event<AccountClosed> closed;

    @Inject
    Clock clock;

    /** Those whose address begins so. That an admin has looked is noted. */
    @Transactional
    Page<AdminView> page(UUID admin, String beginning, UUID after, int limit) {
        audit.note(Act.ACCOUNTS_READ, admin);
        return Page.of(
                Account.page(beginning, after, limit + 1),
                limit,
                account -> Page.Cursor.after(account.id),
                AdminView::of);
    }

    /**
     * Lets nobody in any longer, neither the person nor an API client, and ends every log-in. Access tokens end by
     * themselves within 15 minutes. Again is as once.
     *
     * @throws Refusal 404, 409 {@code own-account}
     */
    @Transactional
    AdminView disable(UUID admin, UUID id) {
        if (admin.equals(id)) {
            throw new Refusal(409, "own-account", "You cannot disable your own account.");
        }
        Account account = locked(id);
        if (!account.isDisabled()) {
            account.disabledAt = clock.instant();
            closed.fire(new AccountClosed(id));
            facts.changed(account);
            audit.note(Act.ACCOUNT_DISABLED, admin, id, null);
        }
        return AdminView.of(account);
    }

    @Transactional
    AdminView enable(UUID admin, UUID id) {
        Account account = locked(id);
        if (account.isDisabled()) {
            account.disabledAt = null;
            facts.changed(account);
            audit.note(Act.ACCOUNT_ENABLED, admin, id, null);
        }
        return AdminView.of(account);
    }

    /**
     * Lets an instructor publish.
     *
     * @throws Refusal 404, 409 {@code not-an-instructor}
     */
    @Transactional
    AdminView approve(UUID admin, UUID id) {
        Account account = locked(id);
        if (account.role != Role.INSTRUCTOR) {
            throw new Refusal(409, "not-an-instructor", "Only instructors are approved.");
        }
        if (!account.approved) {
            account.approved = true;
            facts.changed(account);
            audit.note(Act.INSTRUCTOR_APPROVED, admin, id, null);
        }
        return AdminView.of(account);
    }

    private static Account locked(UUID id) {
        Account account = Account.locked(id);
        if (account == null) {
            throw Refusal.notFound("account");
        }
        return account;
    }
}
