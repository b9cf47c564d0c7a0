package org.bearhug.launcher;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** A real SMTP server that takes every mail and sends none on; it keeps the newest ones in memory. */
final class Mailbox {

    static final int KEEPS = 500;

    private static final String EVERYBODY = "everybody@localhost";

    private final GreenMail server;
    private final Clock clock;
    private final int keeps;
    private final Deque<Mail> mails = new ArrayDeque<>();
    private long count;

    Mailbox(String host, int port, Clock clock, int keeps) {
        this.keeps = keeps;
        this.server = new GreenMail(new ServerSetup(port, host, ServerSetup.PROTOCOL_SMTP));
        this.clock = clock;
    }

    void start() {
        try {
            server.start();
            UserManager users = server.getUserManager();
            GreenMailUser everybody = users.createUser(EVERYBODY, EVERYBODY, "");
            users.setMessageDeliveryHandler((message, address) -> take(message, address, everybody));
        } catch (UserException | RuntimeException e) {
            throw new StartFailure("The mailbox does not start: " + e.getMessage(), e);
        }
    }

    private synchronized GreenMailUser take(MovingMessage message, MailAddress address, GreenMailUser everybody)
            throws MessagingException {
        try {
            mails.addFirst(Mail.of(++count, address.getEmail(), message.getMessage(), clock.instant()));
            if (mails.size() > keeps) {
                mails.removeLast();
            }
            if (count % keeps == 0) {
                // The server keeps copies of its own, which nobody reads.
                server.purgeEmailFromAllMailboxes();
            }
            return everybody;
        } catch (IOException | FolderException e) {
            throw new MessagingException("cannot be kept", e);
        }
    }

    /** Newest first. */
    synchronized List<Mail> all() {
        return List.copyOf(mails);
    }

    /** Those to one address, in any spelling of it; newest first. */
    List<Mail> to(String address) {
        return all().stream()
                .filter(mail -> mail.to().equalsIgnoreCase(address.strip()))
                .toList();
    }

    Optional<Mail> get(long id) {
        return all().stream().filter(mail -> mail.id() == id).findFirst();
    }

    void stop() {
        server.stop();
    }
}
