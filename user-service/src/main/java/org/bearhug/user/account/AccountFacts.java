package org.bearhug.user.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.bearhug.kit.Outbox;

/** What the other services are told of accounts. */
@ApplicationScoped
class AccountFacts {

    @Inject
    Outbox outbox;

    /**
     * What they are told of one.
     *
     * @param approved whether an instructor may publish
     * @param disabled whether nobody gets in at present
     * @param consents the names of those given
     */
    private record Changed(
            UUID id,
            String name,
            String email,
            List<String> roles,
            String timeZone,
            String locale,
            boolean approved,
            boolean disabled,
            List<String> consents) {}

    /** Writes the account, so that it has its next version, and tells it. */
    void changed(Account account) {
        account.persistAndFlush();
        Changed fact = new Changed(
                account.id,
                account.name,
                account.email,
                List.of(account.role.group()),
                account.timeZone,
                account.locale,
                account.approved,
                account.isDisabled(),
                List.of(account.consents));
        outbox.add("account.changed", account.id, account.version, fact);
    }
}
