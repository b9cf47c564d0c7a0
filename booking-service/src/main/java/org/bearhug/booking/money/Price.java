package org.bearhug.booking.money;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.bearhug.kit.Refusal;

/**
 * What is to be paid and how it comes about. The order is fixed: the list or early price, of which the share for the
 * sessions to come, then off for siblings, then the voucher or the pass. Each child's price is rounded half up to whole
 * minor units after each step, a voucher's percentage once for all; nothing is ever below 0. Where carers pay what they
 * can, their sum counts, and neither siblings nor vouchers change it.
 *
 * @param lines in the order in which they are reckoned; they add up to the total
 * @param shares of each seat, child by child and in each the sessions in order; they add up to the total.
 */
public record Price(Money total, List<PriceLine> lines, List<Long> shares) {

    /**
     * The price for so many children.
     *
     * @param named what the carer wants to pay for all, or null
     * @param voucher or null
     * @throws Refusal 409 {@code price-is-fixed}, {@code amount-below-minimum}, {@code voucher-not-for-this}
     */
    public static Price of(Tariff tariff, int children, Long named, Discount voucher) {
        return tariff.isLeftToCarers()
                ? leftToCarer(tariff, children, named, voucher)
                : fixed(tariff, children, named, voucher);
    }

    private static Price leftToCarer(Tariff tariff, int children, Long named, Discount voucher) {
        if (voucher != null) {
            throw needsNoVoucher();
        }
        List<PriceLine> lines = new ArrayList<>();
        long suggested = begin(lines, PriceLine.Code.LIST, tariff.list().amount(), tariff, children) * children;
        long minimum = tariff.proRata(tariff.minimum()) * children;
        long total = named == null ? suggested : named;
        if (total < minimum) {
            throw new Refusal(409, "amount-below-minimum", "This is less than the least that is asked.")
                    .with("minimum", new Money(minimum, tariff.list().currency()));
        }
        addUnlessNothing(lines, PriceLine.of(PriceLine.Code.PAY_WHAT_YOU_CAN, total - suggested));
        return new Price(
                new Money(total, tariff.list().currency()),
                lines,
                Shares.of(total, Collections.nCopies(children, 1L), tariff.sessions()));
    }

    private static Price fixed(Tariff tariff, int children, Long named, Discount voucher) {
        if (named != null) {
            throw new Refusal(
                    409, "price-is-fixed", "This has a price; an amount is named where you pay what you can.");
        }
        List<PriceLine> lines = new ArrayList<>();
        long first = tariff.early() == null
                ? begin(lines, PriceLine.Code.LIST, tariff.list().amount(), tariff, children)
                : begin(lines, PriceLine.Code.EARLY, tariff.early(), tariff, children);
        long sibling = first - Discount.percent(tariff.siblingPercent(), first);
        long total = first + sibling * (children - 1);
        addUnlessNothing(lines, PriceLine.of(PriceLine.Code.SIBLING, (sibling - first) * (children - 1)));
        List<Long> byChild = new ArrayList<>(Collections.nCopies(children, sibling));
        byChild.set(0, first);
        Price price = new Price(
                new Money(total, tariff.list().currency()), lines, Shares.of(total, byChild, tariff.sessions()));
        return voucher == null ? price : price.reducedBy(voucher, children);
    }

    /** What is said where carers pay what they can. */
    public static Refusal needsNoVoucher() {
        return new Refusal(409, "voucher-not-for-this", "Here you pay what you can; a voucher is not needed.");
    }

    /** Writes down the first lines; returns what one child costs after them. */
    private static long begin(List<PriceLine> lines, PriceLine.Code code, long whole, Tariff tariff, int children) {
        long part = tariff.proRata(whole);
        lines.add(PriceLine.of(code, whole * children));
        addUnlessNothing(lines, PriceLine.of(PriceLine.Code.PRO_RATA, (part - whole) * children));
        return part;
    }

    private static void addUnlessNothing(List<PriceLine> lines, PriceLine line) {
        if (line.amount() != 0) {
            lines.add(line);
        }
    }

    /** For nothing: a seat in the place of a missed one. */
    public static Price nothing(String currency) {
        return new Price(new Money(0, currency), List.of(), List.of(0L));
    }

    /** The same for so many children, of which a voucher takes something off. */
    public Price reducedBy(Discount voucher, int children) {
        long off = voucher.of(total.amount());
        List<PriceLine> all = new ArrayList<>(lines);
        all.add(new PriceLine(PriceLine.Code.VOUCHER, voucher.code(), -off));
        long left = total.amount() - off;
        return new Price(
                new Money(left, total.currency()),
                all,
                Shares.of(left, Shares.byChild(shares, children), shares.size() / children));
    }

    /** The same, paid with a pass. */
    public Price paidWith(String pass) {
        List<PriceLine> all = new ArrayList<>(lines);
        all.add(new PriceLine(PriceLine.Code.PASS, pass, -total.amount()));
        return new Price(new Money(0, total.currency()), all, Collections.nCopies(shares.size(), 0L));
    }

    /** As it was written down when it was agreed on; without shares all seats cost the same. */
    public static Price kept(Money total, List<PriceLine> lines, List<Long> shares, int children, int sessions) {
        return new Price(
                total,
                lines,
                shares == null ? Shares.of(total.amount(), Collections.nCopies(children, 1L), sessions) : shares);
    }
}
