package org.bearhug.testing;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

/** The people of the tests. */
public enum Person {
    /** Teaches baby massage. */
    INES("Ines Ortega", "instructor"),
    /** Teaches baby yoga. */
    NOOR("Noor Haddad", "instructor"),
    /** Carer of two. */
    CARA("Cara Lindqvist", "carer"),
    /** Carer of one. */
    OMAR("Omar Diallo", "carer"),
    /** Runs the platform. */
    ADA("Ada Brandt", "admin");

    private final String fullName;
    private final String role;

    Person(String fullName, String role) {
        this.fullName = fullName;
        this.role = role;
    }

    /** The account's id, the same in every run. */
    public UUID id() {
        return UUID.nameUUIDFromBytes(name().getBytes(StandardCharsets.US_ASCII));
    }

    /** As shown to others. */
    public String fullName() {
        return fullName;
    }

    /** The one group in this person's token. */
    public String role() {
        return role;
    }

    /** An address that reaches nobody. */
    public String email() {
        return name().toLowerCase(Locale.ROOT) + "@bearhug.test";
    }

    /** A fresh access token. */
    public String token() {
        return Tokens.of(this);
    }
}
