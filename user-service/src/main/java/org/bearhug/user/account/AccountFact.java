package org.bearhug.user.account;

import java.util.List;
import java.util.UUID;
import org.bearhug.kit.Outbox;

/**
 * What the other services are told of an account.
 *
 * @param approved whether an instructor may publish
 * @param disabled whether nobody gets in at present
 * @param consents the names of those given
 */
record AccountFact(
        UUID id,
        String name,
        String email,
        List<String> roles,
        String timeZone,
        String locale,
        boolean approved,
        boolean disabled,
        List<String> consents) {

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
                        account.locale,
                        account.approved,
                        account.isDisabled(),
                        List.of(account.consents)));
    }
}
