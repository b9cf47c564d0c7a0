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
import java.util.function.Function;
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
        Map<UUID, Money> balances = balances(passes);
        Map<UUID, PaymentView> payments = howPaid.of(Purchase.Kind.PASS, ids(passes));
        return page(passes, limit, pass -> bought(pass, balances.get(pass.id), payments.get(pass.id)));
    }

    /** What was sold of an offer and to whom, as {@link #page}. */
    @Transactional
    Page<PassView> sold(UUID instructor, UUID offer, UUID before, int limit) {
        PassOffer.of(instructor, offer).orElseThrow(() -> Refusal.notFound("pass"));
        List<Pass> sold = Pass.soldPage(offer, before, limit + 1);
        Map<UUID, Money> balances = balances(sold);
        Map<UUID, String> carerNames = families.carerNames(
                sold.stream().map(pass -> pass.carerId).filter(Objects::nonNull).collect(Collectors.toSet()));
        return page(sold, limit, pass -> sold(pass, balances.get(pass.id), carerNames.get(pass.carerId)));
    }

    private Map<UUID, Money> balances(List<Pass> passes) {
        return money.balances(Purchase.Kind.PASS, ids(passes));
    }

    private static List<UUID> ids(List<Pass> passes) {
        return passes.stream().map(pass -> pass.id).toList();
    }

    private static Page<PassView> page(List<Pass> passes, int limit, Function<Pass, PassView> view) {
        return Page.of(passes, limit, pass -> Page.Cursor.after(pass.id), view);
    }

    /** As its carer sees it. */
    PassView view(Pass pass) {
        PaymentView payment = howPaid.of(Purchase.Kind.PASS, List.of(pass.id)).get(pass.id);
        return bought(pass, money.balance(pass.purchase()), payment);
    }

    /** The same of what is known of its money. */
    PassView bought(Pass pass, Money balance, PaymentView payment) {
        boolean online = howPaid.isPayableOnline(balance, payment);
        return PassView.of(pass, balance, returnableUntil(pass), payment, online, null);
    }

    /** As its instructor sees it. */
    PassView soldView(Pass pass) {
        return sold(pass, money.balance(pass.purchase()), null);
    }

    private PassView sold(Pass pass, Money balance, String carerName) {
        return PassView.of(pass, balance, returnableUntil(pass), null, false, carerName);
    }

    /** By when one that is paid can be given back. */
    Instant returnableUntil(Pass pass) {
        return pass.boughtAt.plus(Duration.ofDays(returnDays));
    }
}
