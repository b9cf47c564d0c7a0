package org.bearhug.user.account;

import java.util.List;
import java.util.UUID;
import org.bearhug.kit.Outbox;

/** What the other services are told of an account. */
record AccountFact(UUID id, String name, String email, List<String> roles, String timeZone, String locale) {

    static Outbox.Fact of(Account account) {
        return new Outbox.Fact(
                "account.changed",
                account.id,
                account.version,
                new AccountFact(
                        account.id,
                        account.name,
                        account.email,
                        List.of(account.role.group()),
                        account.timeZone,
                        account.locale));
    }
}
