package org.bearhug.booking.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** What should come of what is paid at Stripe, whoever tells of it. */
record WorldStripe(World world) implements Desk.Stripe {

    private static final Duration PAGE_OF_A_REST = Duration.ofHours(12);

    static Instant until(Instant now, Instant end) {
        return WorldDeals.earlier(now.plus(Duration.ofMinutes(31)), end);
    }

    @Override
    public String pay(Desk.Made what, int nth) {
        return Deed.all(paying(what, nth), world);
    }

    /** On the page that was to be seen before, whatever happens meanwhile. */
    static List<Function<World, List<Deed>>> paying(Desk.Made what, int nth) {
        return List.of(before -> {
            int seen = before.bought(what, nth)
                    .latest()
                    .filter(Payment::isOnline)
                    .map(before.payments::indexOf)
                    .orElse(-1);
            return List.of(new Deed("pay " + seen, world -> pay(world, seen)));
        });
    }

    private static String pay(World world, int seen) {
        No.when(seen < 0, "no-page");
        Payment payment = world.payments.get(seen);
        boolean open = payment.page == Payment.Page.OPEN;
        if (open) {
            payment.page = Payment.Page.PAID;
            world.untold.add(payment);
        }
        return "ok " + open;
    }

    @Override
    public String comeBack(Desk.Made what, int nth) {
        Payment payment = world.bought(what, nth).latestOnline().orElseThrow(() -> new No("no-page"));
        if (payment.isUnderWay()) {
            new WorldPages(world).look(payment);
        }
        return "ok";
    }

    @Override
    public String checkout(Desk.Made what, int nth) {
        return Deed.all(checkingOut(what, nth), world);
    }

    /** The page that there is; when it is over, or there is none, another one for what is owed then. Answered once. */
    static List<Function<World, List<Deed>>> checkingOut(Desk.Made what, int nth) {
        return List.of(
                before -> List.of(new Deed("find page", world -> new WorldStripe(world).find(world.bought(what, nth)))),
                before -> List.of(new Deed("intend", world -> new WorldStripe(world).intend(world.bought(what, nth)))),
                before -> List.of(new Deed("open", world -> new WorldStripe(world).open(world.bought(what, nth)))));
    }

    /** Nothing is answered yet when there is none. */
    private String find(Bought bought) {
        return bought.underWay().filter(Payment::isOnline).map(this::lead).orElse(null);
    }

    private String lead(Payment page) {
        if (page.amount < House.LEAST_OF_STRIPE) {
            return refuse(page);
        }
        new WorldPages(world).look(page);
        return page.isUnderWay() ? "ok" : null;
    }

    /** Stripe opens no page for so little. */
    private String refuse(Payment page) {
        if (page.isUnderWay()) {
            page.page = Payment.Page.EXPIRED;
            new WorldPages(world).end(page, "FAILED");
        }
        return "payment-failed";
    }

    private String intend(Bought bought) {
        Optional<Payment> underWay = bought.underWay();
        if (underWay.filter(Payment::isOnline).isPresent()) {
            return lead(underWay.get()); // somebody else has asked for one meanwhile
        }
        No.when(bought.owed <= 0, "nothing-to-pay");
        underWay.ifPresent(due -> due.callOff(world.now));
        world.add(Payment.online(bought, bought.owed, false, world.now.plus(PAGE_OF_A_REST), world.now));
        return null;
    }

    private String open(Bought bought) {
        Payment page = bought.latestOnline().orElseThrow();
        return page.amount < House.LEAST_OF_STRIPE ? refuse(page) : "ok";
    }

    @Override
    public String tell() {
        return Deed.all(telling(), world);
    }

    /** One message after the other is worked on. */
    static List<Function<World, List<Deed>>> telling() {
        return List.of(before -> deeds(before.payments, before.untold::contains, "told of ", nth -> world -> {
            Payment payment = world.payments.get(nth);
            world.untold.remove(payment);
            new WorldPages(world).follow(payment);
            return "ok";
        }));
    }

    @Override
    public String lose() {
        world.untold.clear();
        return "ok";
    }

    @Override
    public String sweep() {
        return Deed.all(sweeping(), world);
    }

    /** What nobody told of is looked at; then what is wanted back goes back. */
    static List<Function<World, List<Deed>>> sweeping() {
        return List.of(
                before -> deeds(before.payments, payment -> isForgotten(before, payment), "look at ", nth -> world -> {
                    Payment payment = world.payments.get(nth);
                    if (isForgotten(world, payment)) {
                        payment.asked = world.now;
                        new WorldPages(world).look(payment);
                    }
                    return "ok";
                }),
                before -> deeds(
                        before.refunds,
                        Refund::isWanted,
                        "give back ",
                        nth -> world -> new WorldMoney(world).giveBack(world.refunds.get(nth))));
    }

    private static boolean isForgotten(World world, Payment payment) {
        return payment.isOnline() && payment.isUnderWay() && payment.asked.isBefore(world.now);
    }

    private static <T> List<Deed> deeds(
            List<T> all, Predicate<T> which, String name, IntFunction<Function<World, String>> deed) {
        return IntStream.range(0, all.size())
                .filter(nth -> which.test(all.get(nth)))
                .mapToObj(nth -> new Deed(name + nth, deed.apply(nth)))
                .toList();
    }

    @Override
    public String refund(Desk.Made what, int nth, long amount) {
        Payment payment = paid(what, nth);
        No.when(payment.dispute != null || amount > payment.amount - payment.givenBack, "not-now");
        new WorldMoney(world).givenBack(payment, amount);
        return "ok";
    }

    private Payment paid(Desk.Made what, int nth) {
        return world.bought(what, nth)
                .latestOnline()
                .filter(Payment::isPaidOnline)
                .orElseThrow(() -> new No("not-paid"));
    }

    @Override
    public String dispute(Desk.Made what, int nth) {
        Payment payment = paid(what, nth);
        No.when(payment.dispute != null || payment.givenBack == payment.amount, "not-now");
        payment.dispute = "needs_response";
        return "ok";
    }

    @Override
    public String endDispute(Desk.Made what, int nth, boolean won) {
        Payment payment = paid(what, nth);
        No.when(!payment.isDisputed(), "not-now");
        payment.dispute = won ? "won" : "lost";
        if (!won) {
            new WorldMoney(world).lost(payment);
        }
        return "ok";
    }
}
