package org.bearhug.user.login;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import org.bearhug.user.account.AccountView;
import org.bearhug.user.mail.LetterKind;
import org.bearhug.user.mail.Letters;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Letters that tell somebody of a way into their account that is new, in case it was not them. */
@ApplicationScoped
public class WarningLetters {

    @Inject
    Letters letters;

    @ConfigProperty(name = "bearhug.public-url")
    String publicUrl;

    /** Says from which device it was opened, when, and what to do if that was somebody else. */
    public void write(LetterKind kind, AccountView account, Visit visit, Instant when) {
        letters.write(
                kind,
                account.email(),
                Map.of(
                        "device", visit.device(),
                        "when", Letters.when(when, account.zone()),
                        "link", publicUrl + "/forgot-password"));
    }
}
