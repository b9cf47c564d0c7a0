package org.bearhug.booking.letters;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.quarkus.qute.Engine;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Takes letters out of the tray and hands them to the mail server, outside of any transaction. */
@ApplicationScoped
class LetterSender {

    private static final Logger LOG = Logger.getLogger(LetterSender.class);

    /** How often letters are looked for that another process wrote, or that wait for another try. */
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
    private static final Duration LONGEST_DELIVERY = Duration.ofSeconds(15);

    @Inject
    LetterTray tray;

    @Inject
    ReactiveMailer mailer;

    @Inject
    Engine templates;

    private final Semaphore news = new Semaphore(0);
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> new Thread(task, "letters"));

    void start(@Observes StartupEvent event) {
        thread.execute(this::work);
    }

    void stop(@Observes ShutdownEvent event) {
        thread.shutdownNow();
    }

    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) Letters.Written event) {
        news.release();
    }

    private void work() {
        Duration pause = BETWEEN_LOOKS;
        while (!thread.isShutdown()) {
            try {
                List<LetterTray.Letter> letters = tray.take();
                letters.forEach(this::deliver);
                pause = letters.isEmpty() ? BETWEEN_LOOKS : Duration.ZERO;
            } catch (Exception fault) {
                pause = LONGEST_PAUSE;
                if (!thread.isShutdown()) {
                    LOG.warnf("Letters have to wait: %s", fault.getClass().getName());
                }
            }
            if (!rest(pause)) {
                return;
            }
        }
    }

    private void deliver(LetterTray.Letter letter) {
        try {
            if (letter.recipient() == null) {
                // The feed may bring the address yet.
                tray.putBack(letter);
                return;
            }
            mailer.send(mail(letter)).await().atMost(LONGEST_DELIVERY);
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

    private Mail mail(LetterTray.Letter letter) {
        LetterKind kind = letter.kind();
        String text = templates
                .getTemplate(kind.template())
                .data("words", tray.words(letter))
                .render();
        String html = templates
                .getTemplate("letters/letter.html")
                .data("paragraphs", List.of(text.strip().split("\n\n")))
                .render();
        return Mail.withText(letter.recipient(), kind.subject(), text)
                .setHtml(html)
                .addHeader("Auto-Submitted", "auto-generated");
    }

    /** Returns false when the service is stopping. */
    private boolean rest(Duration pause) {
        try {
            if (news.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                news.drainPermits();
            }
            return true;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
