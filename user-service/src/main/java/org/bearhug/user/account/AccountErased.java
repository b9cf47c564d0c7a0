package org.bearhug.user.account;

import java.util.UUID;

/** Said, in the transaction, before an account is gone: whoever keeps something under its address forgets it. */
public record AccountErased(UUID id, String email) {
    /** Tells no address. */
    @Override
    public String toString() {
        return "AccountErased[" + id + "]";
    }
}
