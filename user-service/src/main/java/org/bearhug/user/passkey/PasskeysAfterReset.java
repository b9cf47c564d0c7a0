package org.bearhug.user.passkey;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bearhug.user.account.Accounts;
import org.bearhug.user.audit.Act;
import org.bearhug.user.audit.Audit;
import org.bearhug.user.login.OtherWaysIn;
import org.bearhug.user.mail.Letters;

/**
 * What becomes of passkeys when the password is forgotten. Those of the last days go, for they may be somebody else's;
 * older ones stay, and the letter tells of them. It does so by their days, since a letter of ours repeats no free text.
 */
@ApplicationScoped
class PasskeysAfterReset implements OtherWaysIn {

    /** Within this time somebody notices the letter about a passkey that is not theirs. */
    static final Duration SUSPECT = Duration.ofDays(7);

    @Inject
    Accounts accounts;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<String, String> afterReset(UUID account) {
        Instant suspectFrom = clock.instant().minus(SUSPECT);
        Map<Boolean, List<Passkey>> bySuspicion = Passkey.of(account).stream()
                .collect(Collectors.partitioningBy(passkey -> passkey.createdAt.isAfter(suspectFrom)));
        bySuspicion.get(true).forEach(passkey -> {
            passkey.delete();
            audit.note(Act.PASSKEY_REMOVED, account, passkey.id);
        });
        int removed = bySuspicion.get(true).size();
        return Map.of(
                "passkeysRemoved",
                removed == 0 ? "" : String.valueOf(removed),
                "passkeysKept",
                days(bySuspicion.get(false), account));
    }

    private String days(List<Passkey> passkeys, UUID account) {
        return passkeys.stream()
                .map(passkey ->
                        Letters.when(passkey.createdAt, accounts.get(account).zone()))
                .collect(Collectors.joining("; "));
    }
}
