package org.bearhug.user.account;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;

/**
 * An account as its owner sees it.
 *
 * @param approved whether an instructor may publish
 */
public record AccountView(
        UUID id,
        String email,
        String name,
        Role role,
        String timeZone,
        String locale,
        boolean approved,
        Instant createdAt) {

    static AccountView of(Account account) {
        return new AccountView(
                account.id,
                account.email,
                account.name,
                account.role,
                account.timeZone,
                account.locale,
                account.approved,
                account.createdAt);
    }

    /** Where the person's days begin. */
    public ZoneId zone() {
        return ZoneId.of(timeZone);
    }
}
