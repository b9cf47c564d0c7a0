package org.bearhug.letters;

import io.quarkus.mailer.Mail;
import java.util.Optional;

/**
 * What is a service's own about its letters. Its table {@code letter} has the columns {@code id}, {@code kind}, {@code
 * sealed}, {@code state} (WAITING, SENT, GIVEN_UP), {@code attempts}, {@code written_at} and {@code due_at}.
 */
public interface Stationery {

    /** SQL for the address of a row of {@code letter}, which may be null as long as none is known. */
    String recipient();

    /** SQL for what is set in a row that is sent or given up, beside its state. */
    String forgotten();

    /** The letter as it is sent, or nothing for one that only counts. */
    Optional<Mail> mail(Letter letter);
}
