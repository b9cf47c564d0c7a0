package org.bearhug.user.passkey;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A passkey as its owner sees it; {@code synced} is true when it is kept beyond its device. */
@Schema(name = "Passkey")
record PasskeyView(UUID id, String name, boolean synced, Instant createdAt, Instant lastUsedAt) {

    static PasskeyView of(Passkey passkey) {
        return new PasskeyView(passkey.id, passkey.name, passkey.backedUp, passkey.createdAt, passkey.lastUsedAt);
    }
}
