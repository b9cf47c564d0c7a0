package org.bearhug.booking.voucher;

import java.util.Locale;
import java.util.UUID;

/** By what a carer names a voucher: whose it is, and its code, without regard to upper and lower case. */
public record VoucherName(UUID instructor, String code) {

    public VoucherName {
        code = code.toUpperCase(Locale.ROOT);
    }
}
