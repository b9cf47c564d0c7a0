package org.bearhug.user.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.text.Normalizer;
import java.util.Locale;
import org.bearhug.kit.Refusal;

/**
 * Which passwords are good enough, and their hashes. A hash takes 30 ms of a core and 19 MiB, so there are few at once
 * and few that wait: a storm of log-ins must not take the machine from those who are logged in.
 */
@ApplicationScoped
public class Passwords {

    /** The shortest that is taken. */
    public static final int SHORTEST = 10;

    /** The longest that is taken. */
    public static final int LONGEST = 128;

    /** Shorter parts of an address stand in many words. */
    private static final int SHORTEST_PART = 4;

    private final HashingTurns turns = new HashingTurns();
    private final CommonPasswords common = new CommonPasswords();
    private final String nobodys = Argon2.hash("the password of nobody");

    /**
     * Lets a new password pass.
     *
     * @param email whose it will be; a guesser tries the address and its first half early
     * @throws Refusal 400 for one of those that everybody tries first, and for one that holds the address
     */
    public void requireGood(String password, String email) {
        requireUncommon(password);
        String lower = password.toLowerCase(Locale.ROOT);
        String local = email.substring(0, email.indexOf('@'));
        String withoutTag = local.replaceFirst("\\+.*", "");
        if (holds(lower, email) || holds(lower, local) || holds(lower, withoutTag)) {
            throw Refusal.invalid("#/password", "Your e-mail address is guessed first. Take a password without it.");
        }
    }

    /**
     * The half of it that needs no address.
     *
     * @throws Refusal 400 for one of those that everybody tries first
     */
    public void requireUncommon(String password) {
        if (common.contain(password)) {
            throw Refusal.invalid("#/password", "Many people use this password, so it is guessed first. Take another.");
        }
    }

    private static boolean holds(String password, String part) {
        return part.length() >= SHORTEST_PART && password.contains(part);
    }

    /**
     * The hash to keep of a password. Not to be called in a transaction, which would hold a connection meanwhile.
     *
     * @throws Refusal 503 when too many are being hashed
     */
    public String hash(String password) {
        return turns.take(() -> Argon2.hash(normal(password)));
    }

    /**
     * Whether this is the password that was hashed. It takes as long when there is no hash to compare with.
     *
     * @param hash may be null, for nobody
     * @throws Refusal 503 when too many are being hashed
     */
    boolean matches(String password, String hash) {
        boolean same = turns.take(() -> Argon2.matches(normal(password), hash == null ? nobodys : hash));
        return same && hash != null;
    }

    /** The same letters typed on two kinds of keyboard may come as different code points. */
    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }
}
