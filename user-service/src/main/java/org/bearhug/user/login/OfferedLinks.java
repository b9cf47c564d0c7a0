package org.bearhug.user.login;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.bearhug.user.account.AccountView;
import org.bearhug.user.account.Accounts;
import org.bearhug.user.audit.Act;
import org.bearhug.user.audit.Audit;
import org.bearhug.user.mail.LetterKind;
import org.bearhug.user.mail.Letters;
import org.bearhug.user.secret.Secret;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Links by mail for who has an address. The same is written for one that nobody has; only nothing is sent then. */
@ApplicationScoped
class OfferedLinks {

    @Inject
    Accounts accounts;

    @Inject
    Letters letters;

    @Inject
    Audit audit;

    @ConfigProperty(name = "bearhug.public-url")
    String publicUrl;

    /**
     * Writes one, in the running transaction.
     *
     * @param page where the link leads
     * @param keep keeps its secret, for the account if there is one
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void offer(String email, LetterKind kind, String page, BiConsumer<Optional<UUID>, Secret> keep) {
        Optional<UUID> account = accounts.find(email).map(AccountView::id);
        Secret token = Secret.random();
        keep.accept(account, token);
        audit.noteIfKnown(Act.LINK_ASKED, account);
        letters.write(
                account.isPresent() ? kind : LetterKind.NONE,
                email,
                Map.of("link", publicUrl + page + "?token=" + token.text()));
    }
}
