package org.bearhug.booking.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.bearhug.kit.Refusal;
import org.junit.jupiter.api.Test;

class PriceTest {

    private static final Money LIST = new Money(6501, "GBP");

    @Test
    void each_step_is_a_line_in_a_fixed_order() {
        Tariff tariff = new Tariff(LIST, null, 5501L, 15, 4, 6);

        Price price = Price.of(tariff, 3, null, new Discount("SPRING", 10, null));

        // 5501 · 4/6 = 3667.3; 15 % of 3667 = 550.05; 10 % of 9901 = 990.1
        assertThat(price.lines())
                .extracting(PriceLine::code, PriceLine::text, PriceLine::amount)
                .containsExactly(
                        tuple(PriceLine.Code.EARLY, null, 16503L),
                        tuple(PriceLine.Code.PRO_RATA, null, -5502L),
                        tuple(PriceLine.Code.SIBLING, null, -1100L),
                        tuple(PriceLine.Code.VOUCHER, "SPRING", -990L));
        assertThat(price.total()).isEqualTo(new Money(8911, "GBP"));
    }

    @Test
    void half_a_penny_is_rounded_up_in_the_price_and_in_the_discount() {
        assertThat(Price.of(new Tariff(new Money(1501, "GBP"), null, null, 0, 1, 2), 1, null, null)
                        .total())
                .isEqualTo(new Money(751, "GBP"));
        assertThat(Price.of(Tariff.plain(new Money(1501, "GBP"), 1), 1, null, new Discount("HALF", 50, null))
                        .total())
                .isEqualTo(new Money(750, "GBP"));
    }

    @Test
    void a_voucher_worth_more_than_the_price_takes_no_more_than_the_price() {
        Price price = Price.of(Tariff.plain(LIST, 6), 1, null, new Discount("GIFT", null, 10000L));

        assertThat(price.total().amount()).isZero();
        assertThat(price.shares()).containsOnly(0L).hasSize(6);
    }

    @Test
    void a_sibling_pays_less_seat_by_seat() {
        Price price = Price.of(new Tariff(new Money(100, "GBP"), null, null, 50, 3, 3), 2, null, null);

        assertThat(price.shares()).containsExactly(34L, 33L, 33L, 17L, 17L, 16L);
    }

    @Test
    void who_pays_what_they_can_pays_what_is_suggested_or_what_they_say() {
        Tariff tariff = new Tariff(LIST, 2001L, null, 50, 3, 6);

        assertThat(Price.of(tariff, 2, null, null).total().amount()).isEqualTo(2 * 3251);
        Price named = Price.of(tariff, 2, 9000L, null);
        assertThat(named.total().amount()).isEqualTo(9000);
        assertThat(named.lines())
                .extracting(PriceLine::code, PriceLine::amount)
                .containsExactly(
                        tuple(PriceLine.Code.LIST, 13002L),
                        tuple(PriceLine.Code.PRO_RATA, -6500L),
                        tuple(PriceLine.Code.PAY_WHAT_YOU_CAN, 2498L));
        assertThat(Price.of(tariff, 2, 2002L, null).total().amount()).isEqualTo(2002);
        refused(() -> Price.of(tariff, 2, 2001L, null), "amount-below-minimum");
        refused(() -> Price.of(tariff, 2, null, new Discount("SPRING", 10, null)), "voucher-not-for-this");
    }

    @Test
    void what_has_a_price_takes_no_other() {
        refused(() -> Price.of(Tariff.plain(LIST, 1), 1, 6501L, null), "price-is-fixed");
    }

    @Test
    void a_pass_pays_the_whole() {
        Price price = Price.of(Tariff.plain(LIST, 1), 2, null, null).paidWith("Ten sessions");

        assertThat(price.total().amount()).isZero();
        assertThat(price.lines())
                .extracting(PriceLine::code, PriceLine::text, PriceLine::amount)
                .containsExactly(
                        tuple(PriceLine.Code.LIST, null, 13002L), tuple(PriceLine.Code.PASS, "Ten sessions", -13002L));
        assertThat(price.shares()).containsExactly(0L, 0L);
    }

    @Test
    void what_was_kept_without_shares_costs_the_same_everywhere() {
        assertThat(Price.kept(new Money(100, "GBP"), List.of(), null, 1, 3).shares())
                .containsExactly(34L, 33L, 33L);
    }

    private static void refused(Runnable act, String code) {
        assertThatThrownBy(act::run).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }
}
