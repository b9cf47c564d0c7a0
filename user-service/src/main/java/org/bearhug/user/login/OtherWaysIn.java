package org.bearhug.user.login;

import java.util.Map;
import java.util.UUID;

/** The ways into an account besides its password, for which this package does not care. */
public interface OtherWaysIn {

    /**
     * Closes, in the running transaction, those that somebody may have opened who is shut out by the new password.
     *
     * @return what the letter about the new password says of the rest, by the names of its template
     */
    Map<String, String> afterReset(UUID account);
}
