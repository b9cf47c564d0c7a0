package org.bearhug.fakes;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** By which who is played signs what it tells. */
public final class Hmac {

    private static final String KIND = "HmacSHA256";

    private Hmac() {}

    /** The HMAC of a text with SHA-256, in hexadecimal digits. */
    public static String of(String secret, String text) {
        try {
            Mac mac = Mac.getInstance(KIND);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), KIND));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + KIND, e);
        }
    }
}
