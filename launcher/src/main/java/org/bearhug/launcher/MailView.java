package org.bearhug.launcher;

/** A mail as programs see it. */
record MailView(String to, String subject, String text, String html, String sentAt) {

    static MailView of(Mail mail) {
        return new MailView(
                mail.to(),
                mail.subject(),
                mail.text(),
                mail.html(),
                mail.sentAt().toString());
    }
}
