package org.bearhug.user.privacy;

import java.time.Instant;
import java.util.UUID;

/** Where an erasure stands; {@code dueAt} once it is confirmed. */
record ErasureView(UUID id, Erasure.State state, Instant askedAt, Instant dueAt) {

    static ErasureView of(Erasure erasure) {
        return new ErasureView(erasure.id, erasure.state, erasure.askedAt, erasure.dueAt);
    }
}
