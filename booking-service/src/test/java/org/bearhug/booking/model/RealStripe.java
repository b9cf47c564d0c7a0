package org.bearhug.booking.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What is paid at Stripe, and how the service learns of it. */
record RealStripe(RealDesk desk, PlayedStripe stripe) implements Desk.Stripe {

    @Override
    public String pay(Desk.Made what, int nth) {
        return desk.before()
                .page()
                .filter(PaidThere::isOnline)
                .map(payment -> "ok " + (payment.page() != null && stripe.pay(payment.page())))
                .orElse("no-page");
    }

    @Override
    public String comeBack(Desk.Made what, int nth) {
        return payment(what, nth)
                .map(payment -> payer(what, nth)
                        .post("/v1/payments/" + payment.id() + "/refresh", key(), Map.of())
                        .said())
                .orElse("no-page");
    }

    @Override
    public String checkout(Desk.Made what, int nth) {
        String path = what == Desk.Made.PASS ? "/v1/passes/" : "/v1/bookings/";
        return payer(what, nth)
                .post(path + desk.thing(what, nth).id() + "/checkout", key(), Map.of())
                .said();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private Wire payer(Desk.Made what, int nth) {
        return desk.carer(desk.thing(what, nth).family());
    }

    private Optional<PaidThere> payment(Desk.Made what, int nth) {
        return PaidThere.latest(desk.course().sql(), desk.thing(what, nth).id(), "provider = 'STRIPE'");
    }

    @Override
    public String tell() {
        return tell(desk.before().news());
    }

    private String tell(List<String> news) {
        for (String event : news) {
            stripe.deliver(event, desk.address());
            desk.order(Instance.Order.TOLD, event);
        }
        return "ok";
    }

    @Override
    public String lose() {
        return "ok"; // nobody sends them any more
    }

    @Override
    public String sweep() {
        desk.order(Instance.Order.SWEEP, "all");
        return "ok";
    }

    @Override
    public String refund(Desk.Made what, int nth, long amount) {
        return paid(what, nth)
                .map(payment -> {
                    if (payment.dispute() != null || amount > payment.left()) {
                        return "not-now";
                    }
                    return tell(stripe.newsOf(() -> stripe.refund(payment.intent(), amount)));
                })
                .orElse("not-paid");
    }

    private Optional<PaidThere> paid(Desk.Made what, int nth) {
        return payment(what, nth).filter(PaidThere::isPaid);
    }

    @Override
    public String dispute(Desk.Made what, int nth) {
        return paid(what, nth)
                .map(payment -> {
                    if (payment.dispute() != null || payment.left() == 0) {
                        return "not-now";
                    }
                    return tell(stripe.newsOf(() -> stripe.dispute(payment.page(), payment.left())));
                })
                .orElse("not-paid");
    }

    @Override
    public String endDispute(Desk.Made what, int nth, boolean won) {
        return paid(what, nth)
                .map(payment -> {
                    if (!"needs_response".equals(payment.dispute())) {
                        return "not-now";
                    }
                    String dispute = stripe.disputeOf(payment.intent());
                    return tell(stripe.newsOf(() -> stripe.endDispute(dispute, won)));
                })
                .orElse("not-paid");
    }
}
