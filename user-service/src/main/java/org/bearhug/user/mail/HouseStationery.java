package org.bearhug.user.mail;

import io.quarkus.mailer.Mail;
import io.quarkus.qute.Engine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import org.bearhug.letters.Letter;
import org.bearhug.letters.LetterWords;
import org.bearhug.letters.Stationery;

/** Letters to an address, of which, once it is not needed any more, its hash is kept to count by. */
@ApplicationScoped
class HouseStationery implements Stationery {

    private static final String FORGOTTEN =
            "sealed = NULL, recipient = '%s' || encode(sha256(convert_to(recipient, 'UTF8')), 'hex')"
                    .formatted(Letters.HASHED);

    @Inject
    Engine templates;

    @Inject
    LetterWords sealed;

    @Override
    public String recipient() {
        return "recipient";
    }

    @Override
    public String forgotten() {
        return FORGOTTEN;
    }

    @Override
    public Optional<Mail> mail(Letter letter) {
        LetterKind kind = LetterKind.valueOf(letter.kind());
        if (kind == LetterKind.NONE) {
            return Optional.empty();
        }
        Map<String, String> words = sealed.open(letter);
        return Optional.of(Mail.withText(letter.recipient(), kind.subject(), render(kind.template("txt"), words))
                .setHtml(render(kind.template("html"), words)));
    }

    private String render(String template, Map<String, String> words) {
        return templates.getTemplate(template).data("words", words).render();
    }
}
