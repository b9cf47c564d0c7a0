package org.bearhug.booking.voucher;

import org.bearhug.kit.Refusal;

/** Why a voucher takes nothing off. */
public final class VoucherRefusals {

    private VoucherRefusals() {}

    /** 409 {@code voucher-unknown}. */
    public static Refusal unknown() {
        return new Refusal(409, "voucher-unknown", "There is no voucher with this code.");
    }

    /** 409 {@code voucher-used-up}. */
    public static Refusal usedUp() {
        return new Refusal(409, "voucher-used-up", "This voucher is used up.");
    }

    /** 409 {@code voucher-used-up}, by the family that asks. */
    public static Refusal usedByFamily(int usesPerFamily) {
        return new Refusal(409, "voucher-used-up", "Your family has used this voucher.")
                .with("usesPerFamily", usesPerFamily);
    }
}
