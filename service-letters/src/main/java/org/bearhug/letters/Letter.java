package org.bearhug.letters;

import java.time.Instant;
import java.util.UUID;

/**
 * A letter that is ours to send.
 *
 * @param kind as the service names it
 * @param recipient the address, or null as long as none is known here
 * @param sealed its words, as {@link LetterWords} closed them
 * @param attempts how often it was taken, with this time
 */
public record Letter(UUID id, String kind, String recipient, String sealed, int attempts, Instant writtenAt) {}
