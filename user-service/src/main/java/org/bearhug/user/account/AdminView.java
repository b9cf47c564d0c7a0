package org.bearhug.user.account;

import java.time.Instant;
import java.util.UUID;

/**
 * An account as an admin sees it.
 *
 * @param disabledAt absent unless it is disabled
 * @param approved whether an instructor may publish
 */
record AdminView(
        UUID id, String email, String name, Role role, boolean approved, Instant createdAt, Instant disabledAt) {

    static AdminView of(Account account) {
        return new AdminView(
                account.id,
                account.email,
                account.name,
                account.role,
                account.approved,
                account.createdAt,
                account.disabledAt);
    }
}
