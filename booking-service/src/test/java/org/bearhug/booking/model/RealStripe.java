package org.bearhug.booking.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What is paid at Stripe, and how the service learns of it. */
record RealStripe(RealDesk desk, PlayedStripe stripe) implements Desk.Stripe {

    @Override
    public String pay(int booking) {
        return payment(booking, "true")
                .filter(PaidThere::isOnline)
                .map(payment -> "ok " + (payment.page() != null && stripe.pay(payment.page())))
                .orElse("no-page");
    }

    @Override
    public String comeBack(int booking) {
        return payment(booking, "provider = 'STRIPE'")
                .map(payment -> payer(booking)
                        .post("/v1/payments/" + payment.id() + "/refresh", key(), Map.of())
                        .said())
                .orElse("no-page");
    }

    @Override
    public String checkout(int booking) {
        return payer(booking)
                .post("/v1/bookings/" + desk.thing(Desk.Made.BOOKING, booking).id() + "/checkout", key(), Map.of())
                .said();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private Wire payer(int booking) {
        return desk.carer(desk.thing(Desk.Made.BOOKING, booking).family());
    }

    private Optional<PaidThere> payment(int booking, String which) {
        return PaidThere.latest(
                desk.course().sql(), desk.thing(Desk.Made.BOOKING, booking).id(), which);
    }

    @Override
    public String tell() {
        return tell(desk.news());
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
    public String refund(int booking, long amount) {
        return paid(booking)
                .map(payment -> {
                    if (payment.dispute() != null || amount > payment.left()) {
                        return "not-now";
                    }
                    return tell(stripe.newsOf(() -> stripe.refund(payment.intent(), amount)));
                })
                .orElse("not-paid");
    }

    private Optional<PaidThere> paid(int booking) {
        return payment(booking, "provider = 'STRIPE'").filter(PaidThere::isPaid);
    }

    @Override
    public String dispute(int booking) {
        return paid(booking)
                .map(payment -> {
                    if (payment.dispute() != null || payment.left() == 0) {
                        return "not-now";
                    }
                    return tell(stripe.newsOf(() -> stripe.dispute(payment.page(), payment.left())));
                })
                .orElse("not-paid");
    }

    @Override
    public String endDispute(int booking, boolean won) {
        return paid(booking)
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
