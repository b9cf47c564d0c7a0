package org.bearhug.booking.pass;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.bearhug.booking.letters.LetterKind;
import org.bearhug.booking.letters.Letters;
import org.bearhug.booking.money.Ledger;
import org.bearhug.booking.money.Money;
import org.bearhug.kit.Refusal;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Passes that nobody uses go back as a whole: for some days after they were bought, or as long as they are not paid. */
@ApplicationScoped
class PassReturns {

    @Inject
    Passes passes;

    @Inject
    Ledger money;

    @Inject
    Letters letters;

    @Inject
    Clock clock;

    @ConfigProperty(name = "bearhug.pass-return-days")
    int days;

    @ConfigProperty(name = "bearhug.public-url")
    String publicUrl;

    /**
     * Gives a pass back. Doing it again changes nothing.
     *
     * @throws Refusal 404 for another's, 409 {@code pass-in-use}, {@code too-late-to-return}
     */
    @Transactional
    PassView giveBack(UUID carer, UUID id) {
        Pass pass = Pass.lockedOf(carer, id).orElseThrow(() -> Refusal.notFound("pass"));
        if (pass.returnedAt == null) {
            requireReturnable(pass, clock.instant());
            pass.returnedAt = clock.instant();
            money.creditPass(id, pass.price(), carer);
            Money owed = passes.balance(pass);
            if (owed.amount() < 0) {
                letters.write(
                        LetterKind.PASS_RETURNED,
                        pass.instructorId,
                        Map.of("title", pass.title, "sum", owed.times(-1).text(), "link", publicUrl + "/teach"));
            }
        }
        return PassView.of(pass, passes.balance(pass));
    }

    private void requireReturnable(Pass pass, Instant now) {
        if (pass.used > 0) {
            throw new Refusal(409, "pass-in-use", "Sessions are booked with this pass.");
        }
        Instant until = pass.boughtAt.plus(Duration.ofDays(days));
        if (passes.balance(pass).amount() <= 0 && now.isAfter(until)) {
            throw new Refusal(409, "too-late-to-return", "This pass can be given back no more.").with("until", until);
        }
    }

    /**
     * Its instructor has paid back what is owed for it.
     *
     * @throws Refusal 404 for another's, 409 {@code nothing-to-pay-back}
     */
    @Transactional
    PassView paidBack(UUID instructor, UUID id) {
        Pass pass = Pass.lockedSoldBy(instructor, id).orElseThrow(() -> Refusal.notFound("pass"));
        Money owed = passes.balance(pass);
        if (owed.amount() >= 0) {
            throw new Refusal(409, "nothing-to-pay-back", "Nothing is to be paid back for this pass.");
        }
        money.passPaidBack(id, owed.times(-1), instructor);
        return PassView.of(pass, passes.balance(pass));
    }
}
