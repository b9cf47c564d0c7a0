package org.bearhug.user.token;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.bearhug.kit.Seal;

/** A signing key at rest: its private half is sealed under {@code BEARHUG_SECRET}, for its own name only. */
@Entity
@Table(name = "signing_key")
class StoredKey extends PanacheEntityBase {

    @Id
    String kid;

    byte[] publicKey;

    String sealedPrivateKey;

    Instant signsFrom;

    static StoredKey of(SigningKey key, Seal seal) {
        StoredKey stored = new StoredKey();
        stored.kid = key.kid();
        stored.publicKey = key.publicKey().getEncoded();
        stored.sealedPrivateKey = seal.close(key.privateKeyText(), context(key.kid()));
        stored.signsFrom = key.signsFrom();
        return stored;
    }

    SigningKey open(Seal seal) {
        return SigningKey.read(kid, publicKey, seal.open(sealedPrivateKey, context(kid)), signsFrom);
    }

    private static String context(String kid) {
        return "signing-key:" + kid;
    }
}
