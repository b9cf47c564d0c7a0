package org.bearhug.user.account;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;

/** A person whose address is confirmed; no two have the same. */
@Entity
class Account extends PanacheEntityBase {

    private static final UUID LOWEST = new UUID(0, 0);

    @Id
    UUID id;

    String email;

    String name;

    @Enumerated(EnumType.STRING)
    Role role;

    String timeZone;

    String locale;

    String passwordHash;

    /** Grows when the password is changed, not when only its hash is made anew. */
    int passwordVersion;

    Instant createdAt;

    /** Since when nobody gets in, if an admin has disabled it. */
    Instant disabledAt;

    /** Whether an instructor may publish. */
    boolean approved = true;

    /** The names of those given now. */
    String[] consents = {};

    @Version
    long version;

    private static Account of(UUID id, String email, String name, Role role, String passwordHash, Instant now) {
        Account account = new Account();
        account.id = id;
        account.email = email;
        account.name = name;
        account.role = role;
        account.passwordHash = passwordHash;
        account.createdAt = now;
        return account;
    }

    static Account from(Registration wish, Instant now) {
        Account account = of(wish.id, wish.email, wish.name, wish.role, wish.passwordHash, now);
        account.timeZone = wish.timeZone;
        account.locale = wish.locale;
        return account;
    }

    static Account admin(String email, String passwordHash, Instant now) {
        UUID id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        Account account = of(id, email, "Admin", Role.ADMIN, passwordHash, now);
        account.timeZone = "UTC";
        account.locale = "en-GB";
        return account;
    }

    static Account byId(UUID id) {
        return findById(id);
    }

    static Optional<Account> byEmail(String email) {
        return find("email", email).firstResultOptional();
    }

    /** Read and kept from changing until the transaction ends. */
    static Account locked(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Whoever's address begins so, in a stable order. */
    static List<Account> page(String beginning, UUID after, int size) {
        String escaped = beginning.replaceAll("([\\\\%_])", "\\\\$1");
        return find("email like ?1 escape '\\' and id > ?2 order by id", escaped + "%", after == null ? LOWEST : after)
                .page(0, size)
                .list();
    }

    boolean isDisabled() {
        return disabledAt != null;
    }

    /** Takes what is given; returns whether that is new. */
    boolean change(MeResource.Change change) {
        AccountView before = AccountView.of(this);
        name = Objects.requireNonNullElse(change.name(), name);
        timeZone = Objects.requireNonNullElse(change.timeZone(), timeZone);
        locale = Objects.requireNonNullElse(change.locale(), locale);
        return !before.equals(AccountView.of(this));
    }
}
