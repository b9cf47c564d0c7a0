package org.bearhug.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The mailbox's pages. A mail's own HTML is shown in a frame that can run nothing and reach nothing. */
final class MailboxPage {

    /** The frame inherits it: a mail's styles are shown, its scripts and remote pictures are not. */
    static final String CONTENT_SECURITY_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:;"
            + " frame-src 'self'; form-action 'self'; base-uri 'self'; frame-ancestors 'none'";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("EEE d MMM, HH:mm:ss", Locale.UK).withZone(ZoneId.systemDefault());

    private static final String LAYOUT = read("mailbox.html");

    private MailboxPage() {}

    static String list(List<Mail> mails, String address) {
        String rows = mails.stream().map(MailboxPage::row).collect(Collectors.joining("\n"));
        String nothing = address.isBlank()
                ? "No mail yet. As soon as Bearhug writes to somebody, it lies here."
                : "No mail to this address.";
        return page(
                "Mailbox",
                """
                <form action="/"><label for="to">To</label>
                <input id="to" name="to" type="search" value="%s" placeholder="everybody" autocomplete="off" spellcheck="false">
                <button>Look</button></form>
                %s"""
                        .formatted(
                                escaped(address),
                                mails.isEmpty()
                                        ? "<p class=\"quiet\">" + nothing + "</p>"
                                        : "<ul>\n" + rows + "\n</ul>"));
    }

    private static String row(Mail mail) {
        return "<li><a href=\"/mails/%d\"><strong>%s</strong> <span>%s</span> <time>%s</time></a></li>"
                .formatted(mail.id(), escaped(subject(mail)), escaped(mail.to()), TIME.format(mail.sentAt()));
    }

    private static String subject(Mail mail) {
        return mail.subject().isBlank() ? "(no subject)" : mail.subject();
    }

    static String mail(Mail mail) {
        String body = mail.html() == null
                ? "<pre>" + escaped(mail.text() == null ? "" : mail.text()) + "</pre>"
                : frame(mail.html()) + plain(mail.text());
        return page(
                subject(mail),
                """
                <p><a href="/">All mails</a></p>
                <h2>%s</h2>
                <p class="quiet">to %s · %s</p>
                %s"""
                        .formatted(escaped(subject(mail)), escaped(mail.to()), TIME.format(mail.sentAt()), body));
    }

    private static String frame(String html) {
        String source = "<base target=\"_blank\">" + html;
        return "<iframe title=\"The mail\" sandbox=\"allow-popups allow-popups-to-escape-sandbox\" srcdoc=\"%s\"></iframe>"
                .formatted(escaped(source));
    }

    private static String plain(String text) {
        return text == null
                ? ""
                : "<details><summary>As plain text</summary><pre>" + escaped(text) + "</pre></details>";
    }

    private static String page(String title, String body) {
        return LAYOUT.replace("{body}", body).replace("{title}", escaped(title));
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String read(String name) {
        try (InputStream page = MailboxPage.class.getResourceAsStream(name)) {
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
