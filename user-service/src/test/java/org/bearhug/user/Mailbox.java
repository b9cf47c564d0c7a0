package org.bearhug.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A real mail server for the service under test, found by Quarkus through the service loader. */
public final class Mailbox implements QuarkusTestResourceLifecycleManager {

    /** Longer than the sender waits for a server that went away in the middle of a delivery. */
    public static final Duration PATIENCE = Duration.ofSeconds(40);

    /** What one place may do here, as tests are many and come from one. */
    public static final int MANY = 10_000;

    /** The letters to this address, waiting or sent; of sent ones the address's hash is kept alone. */
    public static final String LETTERS_TO =
            "FROM letter, (SELECT ?::text AS address) t WHERE recipient IN (address, 'sha256:' || encode(sha256(convert_to(address, 'UTF8')), 'hex'))";

    private static Mailbox running;

    private static final Pattern TOKEN = Pattern.compile("\\?token=([A-Za-z0-9_-]{43})\\s");

    private final List<String[]> kept = new ArrayList<>();
    private final SmtpDoor door = new SmtpDoor();
    private GreenMail server;

    /** A mail as it arrived. */
    public record Mail(String to, String subject, String text, String html, String headers) {
        /** The token in the link of its text. */
        public String token() {
            Matcher link = TOKEN.matcher(text);
            assertThat(link.find()).as("a link with a token in: %s", text).isTrue();
            return link.group(1);
        }
    }

    @Override
    public Map<String, String> start() {
        open();
        running = this;
        return Map.of(
                "bearhug.smtp-host",
                "localhost",
                "bearhug.smtp-port",
                String.valueOf(door.port()),
                // All tests call from one place.
                "bearhug.letters-per-place",
                String.valueOf(MANY),
                "bearhug.failed-logins-per-place",
                String.valueOf(MANY));
    }

    private void open() {
        server = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP));
        server.start();
        door.open(server.getSmtp().getPort());
    }

    private synchronized void away(boolean away) {
        if (away) {
            door.close();
            kept.addAll(received());
            server.stop();
        } else {
            open();
        }
    }

    private synchronized List<String[]> mails() {
        List<String[]> all = new ArrayList<>(kept);
        all.addAll(received());
        return all;
    }

    private List<String[]> received() {
        return Arrays.stream(server.getReceivedMessages()).map(Mailbox::parts).toList();
    }

    private static String[] parts(MimeMessage mail) {
        try {
            MimeMultipart alternatives = (MimeMultipart) mail.getContent();
            return new String[] {
                mail.getAllRecipients()[0].toString(),
                mail.getSubject(),
                text(alternatives.getBodyPart(0)),
                text(alternatives.getBodyPart(1)),
                String.join("\n", Collections.list(mail.getAllHeaderLines()))
            };
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(BodyPart part) throws MessagingException, IOException {
        Object content = part.getContent();
        return content instanceof MimeMultipart inner ? text(inner.getBodyPart(0)) : content.toString();
    }

    @Override
    public void stop() {
        door.close();
        server.stop();
    }

    /** Takes the mail server away, or brings it back. */
    public static void isAway(boolean away) {
        running.away(away);
    }

    /** Lets the mail server hang at each letter to this address, or at none for null; those that hang go on then. */
    public static void hangsAt(String address) {
        running.door.hangAt(address);
    }

    /** What has come to this address until now, oldest first. */
    public static List<Mail> of(String address) {
        return running.mails().stream()
                .map(mail -> new Mail(mail[0], mail[1], mail[2], mail[3], mail[4]))
                .filter(mail -> mail.to().equals(address))
                .toList();
    }

    /** Waits until this many have come, and gives the newest. */
    public static Mail awaitMail(String address, int count) {
        return Mailbox.newest(await().atMost(PATIENCE).until(() -> of(address), mails -> mails.size() >= count));
    }

    /** Waits for the newest that is like this. */
    public static Mail awaitMail(String address, Predicate<Mail> like) {
        return Mailbox.newest(await().atMost(PATIENCE)
                .until(() -> of(address).stream().filter(like).toList(), mails -> !mails.isEmpty()));
    }

    private static Mail newest(List<Mail> mails) {
        return mails.get(mails.size() - 1);
    }
}
