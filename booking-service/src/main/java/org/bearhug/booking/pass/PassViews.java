package org.bearhug.booking.pass;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bearhug.booking.families.Families;
import org.bearhug.booking.money.Ledger;
import org.bearhug.booking.money.Money;
import org.bearhug.booking.money.Purchase;
import org.bearhug.booking.payment.HowPaid;
import org.bearhug.booking.payment.PaymentView;
import org.bearhug.kit.Page;
import org.bearhug.kit.Refusal;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Passes that were bought, to be looked at by their carer and by who sold them. */
@ApplicationScoped
class PassViews {

    @Inject
    Ledger money;

    @Inject
    HowPaid howPaid;

    @Inject
    Families families;

    @ConfigProperty(name = "bearhug.pass-return-days")
    int returnDays;

    /** @throws Refusal 404 for another's */
    @Transactional
    PassView get(UUID carer, UUID id) {
        return view(Pass.of(carer, id).orElseThrow(() -> Refusal.notFound("pass")));
    }

    /** The newest first; {@code before} is what {@link Page.Cursor#below} says. */
    @Transactional
    Page<PassView> page(UUID carer, UUID before, int limit) {
        List<Pass> passes = Pass.page(carer, before, limit + 1);
        return views(passes, limit, howPaid.of(Purchase.Kind.PASS, ids(passes)), Map.of());
    }

    /** What was sold of an offer and to whom, as {@link #page}. */
    @Transactional
    Page<PassView> sold(UUID instructor, UUID offer, UUID before, int limit) {
        PassOffer.of(instructor, offer).orElseThrow(() -> Refusal.notFound("pass"));
        List<Pass> sold = Pass.soldPage(offer, before, limit + 1);
        return views(
                sold,
                limit,
                Map.of(),
                families.carerNames(sold.stream()
                        .map(pass -> pass.carerId)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet())));
    }

    private static List<UUID> ids(List<Pass> passes) {
        return passes.stream().map(pass -> pass.id).toList();
    }

    private Page<PassView> views(
            List<Pass> passes, int limit, Map<UUID, PaymentView> payments, Map<UUID, String> carerNames) {
        Map<UUID, Money> balances = money.balances(Purchase.Kind.PASS, ids(passes));
        return Page.of(
                passes,
                limit,
                pass -> Page.Cursor.after(pass.id),
                pass -> PassView.of(
                        pass,
                        balances.get(pass.id),
                        returnableUntil(pass),
                        payments.get(pass.id),
                        carerNames.get(pass.carerId)));
    }

    /** As its carer sees it. */
    PassView view(Pass pass) {
        PaymentView payment = howPaid.of(Purchase.Kind.PASS, List.of(pass.id)).get(pass.id);
        return PassView.of(pass, money.balance(pass.purchase()), returnableUntil(pass), payment, null);
    }

    /** As its instructor sees it. */
    PassView soldView(Pass pass) {
        return PassView.of(pass, money.balance(pass.purchase()), returnableUntil(pass), null, null);
    }

    /** By when one that is paid can be given back. */
    Instant returnableUntil(Pass pass) {
        return pass.boughtAt.plus(Duration.ofDays(returnDays));
    }
}
