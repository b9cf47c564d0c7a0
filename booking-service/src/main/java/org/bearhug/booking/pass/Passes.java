package org.bearhug.booking.pass;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bearhug.booking.families.Families;
import org.bearhug.booking.locks.NamedLocks;
import org.bearhug.booking.money.Ledger;
import org.bearhug.booking.money.Money;
import org.bearhug.booking.money.Purchase;
import org.bearhug.booking.payment.PaymentView;
import org.bearhug.booking.payment.Payments;
import org.bearhug.kit.Page;
import org.bearhug.kit.Refusal;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;

/**
 * Buying passes, using them and giving units back. A pass is locked before any seat, so that its last unit goes to one
 * booking, and they never wait for each other.
 */
@ApplicationScoped
public class Passes {

    private static final String USE =
            "INSERT INTO pass_use (booking_id, pass_id, units) VALUES (:booking, :pass, :units)";

    private static final String GIVE_BACK =
            "UPDATE pass_use SET units = units - :units WHERE booking_id = :booking AND units >= :units";

    /** Also those that cost nothing and have sessions left. */
    private static final String UNPAID =
            """
            SELECT count(*)
              FROM pass p
             WHERE carer_id = :carer AND returned_at IS NULL AND valid_until > :now
               AND CASE amount
                   WHEN 0 THEN used < units
                   ELSE (SELECT sum(m.amount) FROM money_entry m WHERE m.pass_id = p.id) > 0 END""";

    @Inject
    Session database;

    @Inject
    NamedLocks locks;

    @Inject
    Ledger money;

    @Inject
    Payments payments;

    @Inject
    Families families;

    @Inject
    Clock clock;

    @ConfigProperty(name = "bearhug.unpaid-passes")
    int mostUnpaid;

    @ConfigProperty(name = "bearhug.pass-return-days")
    int returnDays;

    /**
     * What a pass is to be used for.
     *
     * @param lastStart of its sessions
     * @param units one for each place
     */
    public record Purpose(UUID instructorId, UUID courseId, Instant lastStart, int units) {}

    /**
     * Buys what is offered; it is to be paid for, by Stripe within some time.
     *
     * @throws Refusal 404 when it is not for sale, 409 {@code too-many-unpaid-passes}
     */
    @Transactional
    PassView buy(UUID carer, UUID offerId) {
        PassOffer offer = PassOffer.forSale(offerId).orElseThrow(() -> Refusal.notFound("pass"));
        requireFewUnpaid(carer);
        Pass pass = Pass.of(offer, carer, clock.instant());
        pass.persistAndFlush();
        money.charge(pass.purchase(), pass.price(), "pass-bought", carer);
        if (payments.isOnline() && pass.amount > 0) {
            Instant until = payments.until(pass.boughtAt, pass.validUntil);
            payments.intend(pass.purchase(), carer, pass.instructorId, pass.price(), until);
        }
        return view(pass);
    }

    /** One purchase of a carer at a time. */
    private void requireFewUnpaid(UUID carer) {
        locks.lock("passes", carer);
        long unpaid = database.createNativeQuery(UNPAID, Long.class)
                .setParameter("carer", carer)
                .setParameter("now", clock.instant())
                .getSingleResult();
        if (unpaid >= mostUnpaid) {
            throw new Refusal(409, "too-many-unpaid-passes", "Please pay for your passes first, or give one back.")
                    .with("limit", mostUnpaid);
        }
    }

    /** @throws Refusal 404 for another's */
    @Transactional
    PassView get(UUID carer, UUID id) {
        return view(Pass.of(carer, id).orElseThrow(() -> Refusal.notFound("pass")));
    }

    /** As its carer sees it. */
    PassView view(Pass pass) {
        PaymentView payment = payments.of(Purchase.Kind.PASS, List.of(pass.id)).get(pass.id);
        return PassView.of(pass, money.balance(pass.purchase()), returnableUntil(pass), payment, null);
    }

    /** By when one that is paid can be given back. */
    Instant returnableUntil(Pass pass) {
        return pass.boughtAt.plus(Duration.ofDays(returnDays));
    }

    /** The newest first; {@code before} is what {@link Page.Cursor#below} says. */
    @Transactional
    Page<PassView> page(UUID carer, UUID before, int limit) {
        List<Pass> passes = Pass.page(carer, before, limit + 1);
        Map<UUID, PaymentView> howPaid = payments.of(Purchase.Kind.PASS, ids(passes));
        return views(passes, limit, howPaid, Map.of());
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
            List<Pass> passes, int limit, Map<UUID, PaymentView> howPaid, Map<UUID, String> carerNames) {
        Map<UUID, Money> balances = money.balances(Purchase.Kind.PASS, ids(passes));
        return Page.of(
                passes,
                limit,
                pass -> Page.Cursor.after(pass.id),
                pass -> PassView.of(
                        pass,
                        balances.get(pass.id),
                        returnableUntil(pass),
                        howPaid.get(pass.id),
                        carerNames.get(pass.carerId)));
    }

    /**
     * Its instructor was paid by hand what is owed for it; a page on which it could be paid is closed.
     *
     * @throws Refusal 404 for another's, 409 {@code nothing-owed}
     */
    @Transactional
    PassView paid(UUID instructor, UUID id) {
        Pass pass = Pass.lockedSoldBy(instructor, id).orElseThrow(() -> Refusal.notFound("pass"));
        Money owed = money.balance(pass.purchase());
        if (owed.amount() <= 0) {
            throw new Refusal(409, "nothing-owed", "Nothing is owed for this pass.");
        }
        money.payment(pass.purchase(), owed, "paid-by-hand", null, instructor);
        payments.callOff(pass.purchase());
        return soldView(pass);
    }

    /** As its instructor sees it. */
    PassView soldView(Pass pass) {
        return PassView.of(pass, money.balance(pass.purchase()), returnableUntil(pass), null, null);
    }

    /**
     * Takes units of a pass, to be followed by {@link #usedFor}.
     *
     * @return the title of the pass
     * @throws Refusal 404 for another's, 409 {@code pass-not-paid}, and as {@link Pass#use}
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public String take(UUID carer, UUID id, Purpose purpose) {
        Pass pass = Pass.lockedOf(carer, id).orElseThrow(() -> Refusal.notFound("pass"));
        if (money.balance(pass.purchase()).amount() > 0) {
            throw new Refusal(409, "pass-not-paid", "This pass can be used once it is paid for.");
        }
        pass.use(purpose);
        return pass.title;
    }

    /** For this booking. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void usedFor(UUID booking, UUID pass, int units) {
        database.createNativeMutationQuery(USE)
                .setParameter("booking", booking)
                .setParameter("pass", pass)
                .setParameter("units", units)
                .executeUpdate();
    }

    /** So many units of a booking, which is locked, can be used again. Its seats are given back after that. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void giveBack(UUID booking, int units) {
        UUID id = database.createNativeQuery("SELECT pass_id FROM pass_use WHERE booking_id = :booking", UUID.class)
                .setParameter("booking", booking)
                .getSingleResult();
        Pass pass = Pass.locked(id);
        int given = database.createNativeMutationQuery(GIVE_BACK)
                .setParameter("booking", booking)
                .setParameter("units", units)
                .executeUpdate();
        if (given == 1) {
            pass.used -= units;
        }
    }
}
