package org.bearhug.booking.news;

import static org.awaitility.Awaitility.await;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.MockMailbox;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bearhug.booking.Carer;
import org.bearhug.booking.Given;
import org.bearhug.testing.Neighbours;

/** Where letters to a carer arrive, who reads the clock in New York. */
record Letterbox(MockMailbox mailbox, String address) {

    /** A new one, of which the desk knows. */
    static Letterbox of(Carer carer, Given given, MockMailbox mailbox) {
        String address = "cara-" + UUID.randomUUID() + "@bearhug.test";
        Neighbours.publish(
                "user-service",
                "account.changed",
                carer.id(),
                1,
                Map.of("id", carer.id(), "name", carer.name(), "email", address, "timeZone", "America/New_York"));
        await().until(() ->
                given.sql().rows("SELECT 1 FROM carer WHERE email = ?", address).size() == 1);
        return new Letterbox(mailbox, address);
    }

    /** The only one, as soon as it is there. */
    Mail only() {
        await().until(() -> all().size() == 1);
        return all().get(0);
    }

    List<Mail> all() {
        List<Mail> sent = mailbox.getMailsSentTo(address);
        return sent == null ? List.of() : sent;
    }
}
