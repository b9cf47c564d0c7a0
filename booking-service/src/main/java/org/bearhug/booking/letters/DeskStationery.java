package org.bearhug.booking.letters;

import io.quarkus.mailer.Mail;
import io.quarkus.qute.Engine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.bearhug.letters.Letter;
import org.bearhug.letters.LetterWords;
import org.bearhug.letters.Stationery;

/** Letters to an account, whose address the feed of user-service brings. */
@ApplicationScoped
class DeskStationery implements Stationery {

    @Inject
    Engine templates;

    @Inject
    LetterWords sealed;

    @Override
    public String recipient() {
        return "(SELECT email FROM carer WHERE carer.id = account_id AND NOT erased)";
    }

    @Override
    public String forgotten() {
        return "sealed = NULL";
    }

    @Override
    public Optional<Mail> mail(Letter letter) {
        LetterKind kind = LetterKind.valueOf(letter.kind());
        String text = templates
                .getTemplate(kind.template())
                .data("words", sealed.open(letter))
                .render();
        String html = templates
                .getTemplate("letters/letter.html")
                .data("paragraphs", List.of(text.strip().split("\n\n")))
                .render();
        return Optional.of(
                Mail.withText(letter.recipient(), kind.subject(), text).setHtml(html));
    }
}
