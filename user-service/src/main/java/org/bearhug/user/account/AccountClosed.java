package org.bearhug.user.account;

import java.util.UUID;

/** Said, in the transaction, when nobody may get into an account any longer: whoever is in has to be put out. */
public record AccountClosed(UUID id) {}
