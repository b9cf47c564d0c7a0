package org.bearhug.booking.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.bearhug.booking.letters.LetterKind;
import org.bearhug.booking.money.Ledger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** What became of a payment, once: under the lock of what is paid for, however many say it. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class PaymentNews {

    private static final Logger LOG = Logger.getLogger(PaymentNews.class);

    @Inject
    Sellers sellers;

    @Inject
    Ledger ledger;

    @Inject
    Refunds refunds;

    @Inject
    DuesAgain dues;

    @Inject
    Notices notices;

    @Inject
    Steps steps;

    @Inject
    Clock clock;

    @ConfigProperty(name = "bearhug.payment-processing-lasts")
    Duration processingLasts;

    /** It was paid. @param toBeHad whether what it is for is tried to be had; else the money goes back */
    void paid(PaidPage page, boolean toBeHad) {
        Payment payment = Payment.locked(page.payment(), sellers);
        if (payment == null || payment.state == Payment.State.PAID || payment.state == Payment.State.MISMATCH) {
            return;
        }
        payment.sessionRef = payment.sessionRef == null ? page.id() : payment.sessionRef;
        payment.intentRef = page.intent();
        if (!page.isAsAskedFor(payment)) {
            LOG.errorf("Payment %s is not what was asked for; it has to be looked at.", payment.id);
            payment.end(Payment.State.MISMATCH);
            payment.problem = "another-sum";
            expire(payment);
            notices.toInstructor(LetterKind.PAYMENT_MISMATCH, payment);
            return;
        }
        payment.end(Payment.State.PAID);
        payment.paidAt = clock.instant();
        payment.problem = null;
        ledger.payment(payment.purchase(), payment.sum(), "paid-online", page.id(), payment.carerId);
        if (payment.keeps && toBeHad) {
            seller(payment).confirm(payment.purchase().id());
        } else if (payment.keeps) {
            expire(payment);
            notices.paidTooLate(payment);
        }
        // Whatever is paid and not owed goes back: all of it when it came too late, something when it was paid twice.
        refunds.settle(payment.purchase());
        steps.reach(Steps.Step.BEFORE_FULFILLED_COMMITTED);
    }

    /** It was not paid, or not yet. @param processing whether the bank will tell */
    void unpaid(PaidPage page, boolean processing) {
        Payment payment = Payment.locked(page.payment(), sellers);
        if (payment == null || !payment.isUnderWay()) {
            return;
        }
        if (payment.sessionRef == null) {
            payment.sessionRef = page.id();
            payment.url = page.url();
            payment.state = Payment.State.OPEN;
        }
        if (processing) {
            process(payment, page);
        } else if (!page.isOpen()) {
            boolean refused = page.status().equals("complete");
            payment.end(refused ? Payment.State.FAILED : Payment.State.EXPIRED);
            payment.intentRef = page.intent();
            if (!payment.keeps) {
                dues.resume(payment.purchase());
            } else if (expire(payment)) {
                notices.notPaid(payment);
            }
        }
    }

    private void process(Payment payment, PaidPage page) {
        if (payment.state != Payment.State.PROCESSING) {
            Instant until = clock.instant().plus(processingLasts);
            payment.end(Payment.State.PROCESSING);
            payment.intentRef = page.intent();
            payment.until = until;
            if (payment.keeps) {
                seller(payment).keep(payment.purchase().id(), until);
            }
        }
    }

    private boolean expire(Payment payment) {
        return payment.keeps && seller(payment).expire(payment.purchase().id());
    }

    private Seller seller(Payment payment) {
        return sellers.of(payment.purchase());
    }
}
