package org.bearhug.booking.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.bearhug.booking.money.Money;
import org.bearhug.booking.money.Price;
import org.bearhug.booking.money.PriceLine;

/**
 * A price and how it comes about.
 *
 * @param amount in minor units of the currency
 * @param lines they add up to the amount; absent for a carer who sees only a share of it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PriceView(long amount, String currency, List<PriceLine> lines) {

    static PriceView of(Price price) {
        return new PriceView(price.total().amount(), price.total().currency(), price.lines());
    }

    static PriceView share(Money sum) {
        return new PriceView(sum.amount(), sum.currency(), null);
    }
}
