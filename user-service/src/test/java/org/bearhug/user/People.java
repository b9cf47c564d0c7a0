package org.bearhug.user;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import org.bearhug.testing.Person;
import org.bearhug.testing.Sql;
import org.bearhug.user.account.Passwords;
import org.bearhug.user.token.TokenIssuer;

/** Makes people with accounts, past the letters and links. */
@ApplicationScoped
public class People {

    @Inject
    DataSource database;

    @Inject
    Passwords passwords;

    @Inject
    TokenIssuer tokens;

    private String hash;

    /** An address that nobody else in these tests has. */
    public static String address() {
        return "p" + UUID.randomUUID().toString().substring(0, 13) + "@bearhug.test";
    }

    /** A new carer. */
    public Someone carer() {
        return someone(UUID.randomUUID(), address(), "Cara Lindqvist", "CARER");
    }

    /** A new instructor. */
    public Someone instructor() {
        return someone(UUID.randomUUID(), address(), "Ines Ortega", "INSTRUCTOR");
    }

    /** A new admin. */
    public Someone admin() {
        return someone(UUID.randomUUID(), address(), "Ada Brandt", "ADMIN");
    }

    /** One of the named people. */
    public Someone named(Person person) {
        return someone(
                person.id(), person.email(), person.fullName(), person.role().toUpperCase(Locale.ROOT));
    }

    private Someone someone(UUID id, String email, String name, String role) {
        new Sql(database)
                .change(
                        """
                        INSERT INTO account (id, email, name, role, time_zone, locale, password_hash, created_at, version)
                        VALUES (?, ?, ?, ?, 'Europe/London', 'en-GB', ?, ?, 0) ON CONFLICT DO NOTHING""",
                        id,
                        email,
                        name,
                        role,
                        hash(),
                        OffsetDateTime.now());
        return new Someone(
                id, email, name, tokens.forPerson(id, role.toLowerCase(Locale.ROOT), email, name, true, Instant.now()));
    }

    private synchronized String hash() {
        if (hash == null) {
            hash = passwords.hash(Someone.PASSWORD);
        }
        return hash;
    }
}
