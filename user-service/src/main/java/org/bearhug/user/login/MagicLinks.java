package org.bearhug.user.login;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.bearhug.kit.Refusal;
import org.bearhug.user.account.AccountView;
import org.bearhug.user.account.Accounts;
import org.bearhug.user.mail.LetterKind;
import org.bearhug.user.secret.Secret;
import org.hibernate.Session;

/**
 * Log-ins without a password, by a link in a mail. The link opens nothing but in the browser that asked for it: whoever
 * reads the mail elsewhere, or is sent a link by somebody else, gets nowhere. Its use is one conditional DELETE in the
 * transaction that opens the log-in, so of several at once exactly one succeeds.
 */
@ApplicationScoped
class MagicLinks {

    static final Duration VALID = Duration.ofMinutes(15);

    private static final String ADD =
            """
            INSERT INTO magic_link (token_hash, browser_hash, account_id, expires_at)
            VALUES (:token, :browser, :account, :expires)""";

    private static final String USE =
            """
            DELETE FROM magic_link
             WHERE token_hash = :token AND browser_hash = :browser AND expires_at > :now AND account_id IS NOT NULL
            RETURNING account_id""";

    private static final String IS_GOOD_ELSEWHERE =
            "SELECT count(*) > 0 FROM magic_link WHERE token_hash = :token AND expires_at > :now";

    @Inject
    Session database;

    @Inject
    OfferedLinks offered;

    @Inject
    Accounts accounts;

    @Inject
    Clock clock;

    @Transactional
    void offer(String email, Secret browser) {
        offered.offer(email, LetterKind.MAGIC_LINK, "/magic-link", (account, token) -> keep(account, token, browser));
    }

    private void keep(Optional<UUID> account, Secret token, Secret browser) {
        database.createNativeMutationQuery(ADD)
                .setParameter("token", token.hash())
                .setParameter("browser", browser.hash())
                .setParameter("account", account.orElse(null), UUID.class)
                .setParameter("expires", clock.instant().plus(VALID))
                .executeUpdate();
    }

    /**
     * Uses a link up, and with it all others of the account.
     *
     * @throws Refusal 400 {@code invalid-token} for one that is unknown, used or too old; 403 {@code other-browser},
     *     and the link stays good where it was asked for
     */
    @Transactional(Transactional.TxType.MANDATORY)
    AccountView use(Secret token, Optional<Secret> browser) {
        UUID account = browser.flatMap(asked -> database.createNativeQuery(USE, UUID.class)
                        .setParameter("token", token.hash())
                        .setParameter("browser", asked.hash())
                        .setParameter("now", clock.instant())
                        .uniqueResultOptional())
                .orElseThrow(() -> refusal(token));
        close(account);
        return accounts.get(account);
    }

    private Refusal refusal(Secret token) {
        boolean elsewhere = database.createNativeQuery(IS_GOOD_ELSEWHERE, Boolean.class)
                .setParameter("token", token.hash())
                .setParameter("now", clock.instant())
                .getSingleResult();
        return elsewhere
                ? new Refusal(
                        403,
                        "other-browser",
                        "Please open this link in the browser in which you asked for it, or ask for a new one here.")
                : new Refusal(400, "invalid-token", "This link has run out or was used. Please ask for a new one.");
    }

    /** Lets no link lead to this account any more. */
    @Transactional(Transactional.TxType.MANDATORY)
    void close(UUID account) {
        database.createNativeMutationQuery("DELETE FROM magic_link WHERE account_id = :account")
                .setParameter("account", account)
                .executeUpdate();
    }

    @Scheduled(every = "1h", delayed = "8m", identity = "forget-magic-links")
    @Transactional
    void forget() {
        database.createNativeMutationQuery("DELETE FROM magic_link WHERE expires_at <= :now")
                .setParameter("now", clock.instant())
                .executeUpdate();
    }
}
