package org.bearhug.user.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.bearhug.kit.Versions;

/** The consents that stand in an account, where they are told with it. */
@ApplicationScoped
public class GivenConsents {

    @Inject
    AccountFacts facts;

    /** The names of the consents somebody has given, and the account's version. */
    public record Given(List<String> names, long version) {}

    /** What somebody allows now. */
    @Transactional
    public Given read(UUID id) {
        Account account = Accounts.present(Account.byId(id));
        return new Given(List.of(account.consents), account.version);
    }

    /** As before, for a change. Throws 412 or 428 unless the current version was seen. */
    @Transactional
    public Given read(UUID id, String ifMatch) {
        Given state = read(id);
        Versions.require(ifMatch, state.version());
        return state;
    }

    /** Keeps what somebody allows now and tells the others, in the running transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void set(UUID id, List<String> given) {
        Account account = Accounts.present(Account.byId(id));
        account.consents = given.toArray(String[]::new);
        facts.changed(account);
    }
}
