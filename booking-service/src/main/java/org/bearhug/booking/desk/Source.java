package org.bearhug.booking.desk;

import java.util.UUID;
import org.bearhug.booking.money.PriceLine;
import org.bearhug.booking.pass.PassTerms;

/**
 * What a booking uses up, beside seats.
 *
 * @param hold from which it is made, or null
 * @param withVoucher whether that is held with one
 * @param credit for which it is made, or null
 * @param pass that pays it, or null
 * @param voucher that takes something off, or null, also when it did so when it was held
 */
record Source(UUID hold, boolean withVoucher, UUID credit, PassTerms pass, UUID voucher) {

    static Source of(Asked asked) {
        return new Source(
                asked.hold() == null ? null : asked.hold().id,
                asked.hold() != null && asked.hold().uses(PriceLine.Code.VOUCHER),
                asked.credit() == null ? null : asked.credit().id,
                // A pass does not pay what is held with a voucher, so nobody asks whether it could.
                asked.hold() != null && asked.hold().uses(PriceLine.Code.VOUCHER) ? null : asked.pass(),
                asked.voucher() == null ? null : asked.voucher().id());
    }

    UUID passId() {
        return pass == null ? null : pass.id();
    }

    /** By which it was known: it may be another now. */
    String passTitle() {
        return pass == null ? null : pass.title();
    }

    /** Whether it uses up more than what is held. */
    boolean isMore() {
        return credit != null || pass != null || voucher != null;
    }
}
