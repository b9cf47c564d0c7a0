package org.bearhug.user.account;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;

/** An account as its owner sees it. */
public record AccountView(
        UUID id, String email, String name, Role role, String timeZone, String locale, Instant createdAt) {

    static AccountView of(Account account) {
        return new AccountView(
                account.id,
                account.email,
                account.name,
                account.role,
                account.timeZone,
                account.locale,
                account.createdAt);
    }

    /** Where the person's days begin. */
    public ZoneId zone() {
        return ZoneId.of(timeZone);
    }
}
