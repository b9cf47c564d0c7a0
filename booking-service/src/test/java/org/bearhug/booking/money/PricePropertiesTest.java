package org.bearhug.booking.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** What holds for every price there can be. */
class PricePropertiesTest {

    @Property
    void the_lines_and_the_shares_add_up_and_nothing_is_below_nothing(
            @ForAll("tariffs") Tariff tariff,
            @ForAll @IntRange(min = 1, max = 6) int children,
            @ForAll("discounts") Discount voucher) {
        Price price = Price.of(tariff, children, null, voucher);

        assertThat(price.lines().stream().mapToLong(PriceLine::amount).sum())
                .isEqualTo(price.total().amount())
                .isGreaterThanOrEqualTo(0);
        assertThat(price.shares()).hasSize(children * tariff.sessions()).allMatch(share -> share >= 0);
        assertThat(price.shares().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(price.total().amount());
    }

    @Property
    void whatever_a_carer_gives_adds_up_too(
            @ForAll("tariffs") Tariff tariff,
            @ForAll @IntRange(min = 1, max = 6) int children,
            @ForAll @LongRange(min = 0, max = 100_000_000) long more) {
        Tariff open =
                new Tariff(tariff.list(), tariff.list().amount() / 2, null, 0, tariff.sessions(), tariff.ofSessions());
        long named = open.proRata(open.minimum()) * children + more;

        Price price = Price.of(open, children, named, null);

        assertThat(price.total().amount()).isEqualTo(named);
        assertThat(price.lines().stream().mapToLong(PriceLine::amount).sum()).isEqualTo(named);
        assertThat(price.shares().stream().mapToLong(Long::longValue).sum()).isEqualTo(named);
    }

    @Property
    void seats_of_a_child_differ_by_no_more_than_a_penny(
            @ForAll("tariffs") Tariff tariff, @ForAll @IntRange(min = 1, max = 6) int children) {
        List<Long> shares = Price.of(tariff, children, null, null).shares();

        for (int child = 0; child < children; child++) {
            List<Long> own = shares.subList(child * tariff.sessions(), (child + 1) * tariff.sessions());
            assertThat(own.stream().mapToLong(Long::longValue).max().orElseThrow()
                            - own.stream().mapToLong(Long::longValue).min().orElseThrow())
                    .isLessThanOrEqualTo(1);
        }
    }

    @Property
    void more_off_never_costs_more(
            @ForAll("tariffs") Tariff tariff,
            @ForAll @IntRange(min = 1, max = 6) int children,
            @ForAll @IntRange(min = 1, max = 99) int percent,
            @ForAll @LongRange(min = 1, max = 100_000) long sum) {
        assertThat(total(tariff, children, new Discount("V", percent + 1, null)))
                .isLessThanOrEqualTo(total(tariff, children, new Discount("V", percent, null)));
        assertThat(total(tariff, children, new Discount("V", null, sum + 1)))
                .isLessThanOrEqualTo(total(tariff, children, new Discount("V", null, sum)));
        assertThat(total(sibling(tariff, percent + 1), children, null))
                .isLessThanOrEqualTo(total(sibling(tariff, percent), children, null));
        assertThat(total(tariff, children, null)).isLessThanOrEqualTo(total(tariff, children + 1, null));
        if (tariff.sessions() > 1) {
            Tariff later = new Tariff(
                    tariff.list(),
                    null,
                    tariff.early(),
                    tariff.siblingPercent(),
                    tariff.sessions() - 1,
                    tariff.ofSessions());
            assertThat(total(later, children, null)).isLessThanOrEqualTo(total(tariff, children, null));
        }
    }

    private static Tariff sibling(Tariff tariff, int percent) {
        return new Tariff(tariff.list(), null, tariff.early(), percent, tariff.sessions(), tariff.ofSessions());
    }

    private static long total(Tariff tariff, int children, Discount voucher) {
        return Price.of(tariff, children, null, voucher).total().amount();
    }

    @Provide
    Arbitrary<Tariff> tariffs() {
        Arbitrary<Long> sums = Arbitraries.longs().between(0, 100_000_000);
        return Combinators.combine(
                        sums,
                        sums.injectNull(0.5),
                        Arbitraries.integers().between(0, 100),
                        Arbitraries.integers().between(1, 52),
                        Arbitraries.integers().between(0, 51))
                .as((list, early, sibling, sessions, passed) -> new Tariff(
                        new Money(list, "GBP"),
                        null,
                        early == null ? null : Long.valueOf(Math.min(early, list)),
                        sibling,
                        sessions,
                        sessions + passed));
    }

    @Provide
    Arbitrary<Discount> discounts() {
        return Arbitraries.oneOf(
                        Arbitraries.integers().between(1, 100).map(percent -> new Discount("V", percent, null)),
                        Arbitraries.longs().between(1, 100_000_000).map(sum -> new Discount("V", null, sum)))
                .injectNull(0.3);
    }
}
