package org.bearhug.user.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.bearhug.user.account.AccountView;
import org.bearhug.user.mail.LetterKind;
import org.bearhug.user.mail.Letters;
import org.bearhug.user.secret.Secret;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The letters to who wants to be erased. */
@ApplicationScoped
class ErasureLetters {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu 'at' HH:mm", Locale.UK);

    @Inject
    Letters letters;

    @ConfigProperty(name = "bearhug.public-url")
    String publicUrl;

    @ConfigProperty(name = "bearhug.erasure-wait")
    Duration wait;

    /** How to confirm it. */
    void toConfirm(AccountView account, Secret token) {
        letters.write(
                LetterKind.CONFIRM_ERASURE,
                account.email(),
                Map.of("link", publicUrl + "/erasure?token=" + token.text(), "days", inWords(wait)));
    }

    private static String inWords(Duration wait) {
        return wait.toDays() == 1 ? "one day" : wait.toDays() > 0 ? wait.toDays() + " days" : "a short while";
    }

    /** When it will be. */
    void ofPlan(AccountView account, Instant due) {
        letters.write(
                LetterKind.ERASURE_PLANNED,
                account.email(),
                Map.of("link", publicUrl + "/account", "day", DAY.format(due.atZone(account.zone()))));
    }
}
