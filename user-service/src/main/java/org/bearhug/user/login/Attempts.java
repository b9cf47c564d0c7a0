package org.bearhug.user.login;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.bearhug.user.limit.Counts;
import org.bearhug.user.limit.Quota;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * How often a log-in is tried: few times for one account from one place, more from everywhere together and more from one
 * place for all accounts, so that a guesser gets far neither with one nor with many, and the parent is not shut out by
 * one. Counted before the password is looked at, since many tries at once must not count as none. Unknown addresses
 * count alike. Links asked for by mail are counted in the same way. All take the rows in the same order, or they would
 * lock each other out.
 */
@ApplicationScoped
class Attempts {

    static final int FROM_ONE_PLACE = 10;
    static final int FROM_EVERYWHERE = 100;
    static final int LINKS = 5;

    /** No address is spelt like this. */
    private static final String OF_ANYBODY = "log-ins";

    @Inject
    Counts counts;

    @ConfigProperty(name = "bearhug.failed-logins-per-place")
    int ofAllFromOnePlace;

    /** Counts a log-in, and says what is left: of the limit that is exceeded if one is, else of that for this place. */
    @Transactional
    Quota count(String email, String place) {
        Quota here = counts.count("log-in-here", email, place, FROM_ONE_PLACE);
        // What is refused here anyway uses up nothing of what is left for others here and the parent elsewhere.
        if (here.isExceeded()) {
            return here;
        }
        Quota ofAll = counts.count("log-ins-here", OF_ANYBODY, place, ofAllFromOnePlace);
        if (ofAll.isExceeded()) {
            return ofAll;
        }
        Quota anywhere = counts.count("log-in", email, Counts.ANYWHERE, FROM_EVERYWHERE);
        return anywhere.isExceeded() ? anywhere : here;
    }

    /** Counts a link that is asked for. */
    Quota countLink(String email, String place) {
        return counts.count("magic-link", link(email), place, LINKS);
    }

    private static String link(String email) {
        return "magic-link:" + email;
    }

    /** Takes back what was counted for a log-in that was right. */
    @Transactional
    void forgive(String email, String place) {
        takeBack(FROM_ONE_PLACE, email, place);
    }

    /** Takes back one try that came to nothing. */
    @Transactional
    void takeBack(String email, String place) {
        takeBack(1, email, place);
    }

    private void takeBack(int triesHere, String email, String place) {
        counts.takeBack(triesHere, email, place);
        counts.takeBack(1, OF_ANYBODY, place);
        counts.takeBack(1, email, Counts.ANYWHERE);
    }

    /** Starts anew for an account, whose owner has just shown to read its mail. */
    void forget(String email) {
        counts.forget(email, link(email));
    }
}
