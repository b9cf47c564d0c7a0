package org.bearhug.user.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.bearhug.kit.Refusal;
import org.bearhug.user.account.AccountView;
import org.bearhug.user.account.Accounts;
import org.bearhug.user.audit.Act;
import org.bearhug.user.audit.Audit;
import org.bearhug.user.login.FreshLogin;
import org.bearhug.user.secret.Secret;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Asking to be erased, confirming it by mail, and thinking better of it. Each takes the account's lock first. */
@ApplicationScoped
class Erasures {

    @Inject
    Accounts accounts;

    @Inject
    FreshLogin fresh;

    @Inject
    ErasureLetters letters;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    @ConfigProperty(name = "bearhug.erasure-wait")
    Duration wait;

    /**
     * Notes the wish and mails a link to confirm it. One that is planned already stays as it is; for one that waits for
     * its confirmation there is another mail, whose link alone counts then.
     *
     * @throws Refusal 403 {@code fresh-login-needed}
     */
    @Transactional
    ErasureView ask(UUID id) {
        fresh.require("this cannot be taken back later.");
        AccountView account = accounts.lock(id);
        Optional<Erasure> open = Erasure.open(id);
        if (open.isPresent() && open.get().state == Erasure.State.PLANNED) {
            return ErasureView.of(open.get());
        }
        Erasure erasure = open.orElseGet(Erasure::new);
        Secret token = Secret.random();
        erasure.accountId = id;
        erasure.ask(token, clock.instant());
        erasure.persist();
        letters.toConfirm(account, token);
        audit.note(Act.ERASURE_ASKED, id, erasure.id);
        return ErasureView.of(erasure);
    }

    /**
     * Plans it. Confirming again is as once.
     *
     * @throws Refusal 400 {@code invalid-token} for one that is unknown, too old or of another's mail
     */
    @Transactional
    ErasureView confirm(UUID id, Secret token) {
        AccountView account = accounts.lock(id);
        Instant now = clock.instant();
        Erasure erasure = Erasure.open(id)
                .filter(open -> open.isConfirmedBy(token, now))
                .orElseThrow(() -> new Refusal(
                        400, "invalid-token", "This link has run out. If you still want to go, please ask again."));
        if (erasure.state == Erasure.State.ASKED) {
            erasure.state = Erasure.State.PLANNED;
            erasure.dueAt = now.plus(wait);
            letters.ofPlan(account, erasure.dueAt);
            audit.note(Act.ERASURE_CONFIRMED, id, erasure.id);
        }
        return ErasureView.of(erasure);
    }

    @Transactional
    ErasureView read(UUID id) {
        return Erasure.open(id).map(ErasureView::of).orElseThrow(Erasures::notAsked);
    }

    /**
     * Keeps the account.
     *
     * @throws Refusal 404 {@code erasure-not-asked}
     */
    @Transactional
    void cancel(UUID id) {
        accounts.lock(id);
        Erasure erasure = Erasure.open(id).orElseThrow(Erasures::notAsked);
        erasure.cancel();
        audit.note(Act.ERASURE_CANCELLED, id, erasure.id);
    }

    private static Refusal notAsked() {
        return new Refusal(404, "erasure-not-asked", "Nobody has asked to erase this account.");
    }
}
