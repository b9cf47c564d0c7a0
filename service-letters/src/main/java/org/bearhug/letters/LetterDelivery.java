package org.bearhug.letters;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Hands one letter to the mail server, or puts it back for another try. */
@ApplicationScoped
class LetterDelivery {

    private static final Logger LOG = Logger.getLogger(LetterDelivery.class);
    private static final Duration LONGEST = Duration.ofSeconds(15);

    @Inject
    LetterTray tray;

    @Inject
    ReactiveMailer mailer;

    @Inject
    Stationery stationery;

    void of(Letter letter) {
        if (letter.recipient() == null) {
            // It may become known yet.
            tray.putBack(letter);
            return;
        }
        try {
            Optional<Mail> mail = stationery.mail(letter);
            if (mail.isPresent()) {
                mailer.send(mail.get().addHeader("Auto-Submitted", "auto-generated"))
                        .await()
                        .atMost(LONGEST);
            }
        } catch (Exception fault) {
            // Not its message, in which mail servers repeat the address.
            Throwable cause = fault.getCause() == null ? fault : fault.getCause();
            LOG.warnf(
                    "Letter %s was not taken (try %d): %s",
                    letter.id(), letter.attempts(), cause.getClass().getName());
            tray.putBack(letter);
            return;
        }
        tray.sent(letter);
    }
}
