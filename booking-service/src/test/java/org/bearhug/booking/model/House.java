package org.bearhug.booking.model;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.bearhug.booking.money.Discount;
import org.bearhug.booking.money.Money;
import org.bearhug.booking.money.Price;
import org.bearhug.booking.money.Tariff;

/**
 * What is for sale at the desk of the model, and on which terms: two blocks (options 0 and 1) of two sessions each, and the
 * sessions on their own (options 2 to 5).
 *
 * @param first what the first block costs
 * @param second what the second one does
 * @param dropIn what a session does
 * @param lapses whether places that are not paid are given back
 * @param sumOff whether the voucher is a sum, not a percentage
 * @param online whether one pays at Stripe before one has a seat
 */
record House(Pricing first, Pricing second, Pricing dropIn, boolean lapses, boolean sumOff, boolean online)
        implements Serializable {

    /** Nothing special about it. */
    static final House PLAIN = new House(Pricing.PLAIN, Pricing.PLAIN, Pricing.PLAIN, false, false, false);

    /** The same with Stripe. */
    static final House ONLINE = new House(Pricing.PLAIN, Pricing.PLAIN, Pricing.PLAIN, false, false, true);

    static final int SIBLING_PERCENT = 10;
    static final int VOUCHER_PERCENT = 50;
    static final long VOUCHER_SUM = 2000;
    static final int DUE_DAYS = 3;
    static final int LAPSE_DAYS = 2;
    static final int OPEN_PASSES = 3;
    static final int PASS_RETURN_DAYS = 14;
    static final long LEAST_OF_STRIPE = 30;
    static final Duration LEEWAY = Duration.ofMinutes(5);
    static final LocalDate EARLY_UNTIL = LocalDate.of(2031, 3, 4);

    /** How a price is made. A session on its own is neither early nor pro rata. */
    enum Pricing {
        PLAIN,
        FREE,
        PAY_WHAT_YOU_CAN,
        EARLY,
        PRO_RATA
    }

    Pricing pricing(int option) {
        return option == 0 ? first : option == 1 ? second : dropIn;
    }

    long list(int option) {
        return pricing(option) == Pricing.FREE ? 0 : option < 2 ? 6501 : 1500;
    }

    /** What is the least where one pays what one can, else nothing. */
    Long minimum(int option) {
        return pricing(option) != Pricing.PAY_WHAT_YOU_CAN ? null : option < 2 ? Long.valueOf(2000) : Long.valueOf(500);
    }

    /** The price until {@link #EARLY_UNTIL}, where there is one. */
    Long early(int option) {
        return option < 2 && pricing(option) == Pricing.EARLY ? Long.valueOf(5201) : null;
    }

    boolean isProRata(int option) {
        return option < 2 && pricing(option) == Pricing.PRO_RATA;
    }

    boolean isLeftToCarers(int option) {
        return minimum(option) != null;
    }

    /** What is paid now for so many sessions of those that take place; {@link Price} itself has tests of its own. */
    Price price(int option, Instant now, int sessions, int ofSessions, int children, Long named, boolean voucher) {
        boolean early = !LocalDate.ofInstant(now, ZoneOffset.UTC).isAfter(EARLY_UNTIL);
        Tariff tariff = new Tariff(
                new Money(list(option), "GBP"),
                minimum(option),
                early ? early(option) : null,
                SIBLING_PERCENT,
                sessions,
                ofSessions);
        return Price.of(tariff, children, named, voucher ? discount() : null);
    }

    /** The same with the voucher. */
    Deal reduced(Deal deal) {
        int children = deal.children().size();
        Price price = Price.kept(
                        new Money(deal.total(), "GBP"),
                        List.of(),
                        deal.shares(),
                        children,
                        deal.sessions().size())
                .reducedBy(discount(), children);
        return deal.costing(price.total().amount(), price.shares(), true, null);
    }

    private Discount discount() {
        return sumOff
                ? new Discount(Desk.VOUCHER, null, VOUCHER_SUM)
                : new Discount(Desk.VOUCHER, VOUCHER_PERCENT, null);
    }

    /** The sessions of an option, in the order of their dates. */
    static List<Integer> sessions(int option) {
        return option < 2 ? List.of(2 * option, 2 * option + 1) : List.of(option - 2);
    }
}
