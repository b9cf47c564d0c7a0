package org.bearhug.user.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.bearhug.kit.Refusal;

/**
 * Which passwords are good enough, and their hashes. A hash takes 50 ms of a core and 19 MiB, so there are at most as
 * many at once as cores: a storm of log-ins must not take the machine from those who are logged in.
 */
@ApplicationScoped
public class Passwords {

    /** The shortest that is taken. */
    public static final int SHORTEST = 10;

    /** The longest that is taken. */
    public static final int LONGEST = 128;

    private static final long LONGEST_WAIT_MS = 2_000;

    private final Semaphore cores = new Semaphore(Runtime.getRuntime().availableProcessors(), true);
    private final Set<String> common = readCommon();
    private final String nobodys = Argon2.hash("the password of nobody");

    private static Set<String> readCommon() {
        try (BufferedReader list = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Passwords.class.getResourceAsStream("/common-passwords.txt")),
                StandardCharsets.UTF_8))) {
            return list.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Lets a new password pass.
     *
     * @throws Refusal 400 for one of those that everybody tries first
     */
    public void requireGood(String password) {
        if (isCommon(password)) {
            throw Refusal.invalid("#/password", "Many people use this password, so it is guessed first. Take another.");
        }
    }

    private boolean isCommon(String password) {
        return common.contains(password.toLowerCase(Locale.ROOT))
                || password.chars().distinct().count() <= 2;
    }

    /**
     * The hash to keep of a password. Not to be called in a transaction, which would hold a connection meanwhile.
     *
     * @throws Refusal 503 when too many are being hashed
     */
    public String hash(String password) {
        return bounded(() -> Argon2.hash(normal(password)));
    }

    /**
     * Whether this is the password that was hashed. It takes as long when there is no hash to compare with.
     *
     * @param hash may be null, for nobody
     * @throws Refusal 503 when too many are being hashed
     */
    boolean matches(String password, String hash) {
        boolean same = bounded(() -> Argon2.matches(normal(password), hash == null ? nobodys : hash));
        return same && hash != null;
    }

    /** The same letters typed on two kinds of keyboard may come as different code points. */
    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }

    private <T> T bounded(Supplier<T> work) {
        try {
            if (!cores.tryAcquire(LONGEST_WAIT_MS, TimeUnit.MILLISECONDS)) {
                throw Refusal.unavailable("Too many people are logging in just now. Please try again in a moment.");
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw Refusal.unavailable("The service is stopping. Please try again in a moment.");
        }
        try {
            return work.get();
        } finally {
            cores.release();
        }
    }
}
