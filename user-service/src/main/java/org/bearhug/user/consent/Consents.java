package org.bearhug.user.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bearhug.kit.Refusal;
import org.bearhug.kit.Versions.Versioned;
import org.bearhug.user.account.Accounts;
import org.bearhug.user.account.GivenConsents;
import org.bearhug.user.audit.Act;
import org.bearhug.user.audit.Audit;

/** The consents of a person. Those given now stand in the account and its fact; how it came to that stands here. */
@ApplicationScoped
public class Consents {

    /** More changes of mind than that are a program's. */
    static final int LIMIT = 400;

    @Inject
    Accounts accounts;

    @Inject
    GivenConsents consents;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    /** What somebody allows, with its history. */
    @Transactional
    public ConsentsView of(UUID account) {
        return read(account).view();
    }

    @Transactional
    Versioned<ConsentsView> read(UUID account) {
        GivenConsents.Given state = consents.read(account);
        return new Versioned<>(ConsentsView.of(set(state.names()), ConsentChange.of(account)), state.version());
    }

    /**
     * Sets all of them; those that differ from before go into the history.
     *
     * @throws Refusal 412, 428, 409 {@code too-many-changes}
     */
    @Transactional
    Versioned<ConsentsView> set(UUID account, String ifMatch, ConsentsResource.Wish wish) {
        accounts.lock(account);
        Set<Consent> before = set(consents.read(account, ifMatch).names());
        Set<Consent> wanted = wish.given();
        Set<Consent> changed = EnumSet.allOf(Consent.class);
        changed.removeIf(consent -> before.contains(consent) == wanted.contains(consent));
        if (!changed.isEmpty()) {
            if (ConsentChange.count("accountId", account) + changed.size() > LIMIT) {
                throw new Refusal(409, "too-many-changes", "This was changed too often. Please write to us.");
            }
            changed.forEach(consent -> note(account, consent, wanted.contains(consent), wish));
            consents.set(account, wanted.stream().map(Consent::name).sorted().toList());
            audit.note(Act.CONSENT_CHANGED, account);
        }
        return read(account);
    }

    private void note(UUID account, Consent consent, boolean given, ConsentsResource.Wish wish) {
        ConsentChange change = new ConsentChange();
        change.accountId = account;
        change.consent = consent;
        change.given = given;
        change.textVersion = wish.textVersion();
        change.source = wish.source();
        change.changedAt = clock.instant();
        change.persist();
    }

    private static Set<Consent> set(List<String> names) {
        return names.stream()
                .map(Consent::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Consent.class)));
    }
}
