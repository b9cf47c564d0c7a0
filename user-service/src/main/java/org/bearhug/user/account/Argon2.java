package org.bearhug.user.account;

import de.mkammerer.argon2.Argon2Advanced;
import de.mkammerer.argon2.Argon2Factory;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.jboss.logging.Logger;

/**
 * Argon2id (RFC 9106) with OWASP's least setting, written as a PHC string that names its own setting. By Argon2's own
 * library where it loads: it is twice as fast, and its 19 MiB for each hash do not go through the garbage collector,
 * whose pauses would stop everybody else. Elsewhere in Java, with the same result.
 */
final class Argon2 {

    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    private static final Logger LOG = Logger.getLogger(Argon2.class);
    private static final Optional<Argon2Advanced> NATIVE = loaded();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern PHC =
            Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,3})\\$([^$]+)\\$([^$]+)");

    private Argon2() {}

    static String hash(String password) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        byte[] hash = run(password, salt, MEMORY_KIB, PASSES, LANES, HASH_BYTES);
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return setting() + base64.encodeToString(salt) + "$" + base64.encodeToString(hash);
    }

    private static String setting() {
        return "$argon2id$v=19$m=%d,t=%d,p=%d$".formatted(MEMORY_KIB, PASSES, LANES);
    }

    static boolean matches(String password, String phc) {
        Matcher parts = PHC.matcher(phc);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not a PHC string of Argon2id");
        }
        byte[] salt = Base64.getDecoder().decode(parts.group(4));
        byte[] expected = Base64.getDecoder().decode(parts.group(5));
        byte[] found = run(
                password,
                salt,
                Integer.parseInt(parts.group(1)),
                Integer.parseInt(parts.group(2)),
                Integer.parseInt(parts.group(3)),
                expected.length);
        return MessageDigest.isEqual(expected, found);
    }

    /** Whether this hash was made with another setting than today's. */
    static boolean isOutdated(String phc) {
        return !phc.startsWith(setting());
    }

    private static byte[] run(String password, byte[] salt, int memory, int passes, int lanes, int length) {
        byte[] bytes = password.getBytes(StandardCharsets.UTF_8);
        return NATIVE.isPresent()
                ? NATIVE.get().pbkdf(passes, memory, lanes, bytes, salt, length)
                : inJava(bytes, salt, memory, passes, lanes, length);
    }

    static byte[] inJava(byte[] password, byte[] salt, int memory, int passes, int lanes, int length) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memory)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(salt)
                .build());
        byte[] hash = new byte[length];
        generator.generateBytes(password, hash);
        return hash;
    }

    private static Optional<Argon2Advanced> loaded() {
        try {
            Argon2Advanced argon2 = Argon2Factory.createAdvanced(Argon2Factory.Argon2Types.ARGON2id);
            argon2.pbkdf(1, 64, 1, new byte[8], new byte[16], HASH_BYTES);
            return Optional.of(argon2);
        } catch (LinkageError notForThisMachine) {
            LOG.warn(
                    "Argon2's own library does not load here; passwords are hashed in Java, slower and with more memory.");
            return Optional.empty();
        }
    }
}
