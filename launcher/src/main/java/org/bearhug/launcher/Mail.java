package org.bearhug.launcher;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/**
 * A mail as one recipient got it.
 *
 * @param id counts up from 1
 * @param text the plain text, or null
 * @param html the same for the eye, or null
 * @param sentAt when it was handed in
 */
record Mail(long id, String to, String subject, String text, String html, Instant sentAt) {

    static Mail of(long id, String to, MimeMessage message, Instant now) throws MessagingException, IOException {
        String subject = Optional.ofNullable(message.getSubject()).orElse("");
        return new Mail(id, to, subject, body(message, "text/plain"), body(message, "text/html"), now);
    }

    /** The first part of this type that is no attachment. */
    private static String body(Part part, String type) throws MessagingException, IOException {
        if (Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
            return null;
        }
        if (part.isMimeType(type)) {
            return String.valueOf(part.getContent());
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                String body = body(inner, type);
                if (body != null) {
                    return body;
                }
            }
        }
        return null;
    }
}
