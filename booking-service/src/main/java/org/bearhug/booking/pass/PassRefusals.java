package org.bearhug.booking.pass;

import java.time.Instant;
import org.bearhug.kit.Refusal;

/** Why a pass does not pay for something. */
public final class PassRefusals {

    private PassRefusals() {}

    /** 409 {@code pass-not-paid}. */
    public static Refusal notPaid() {
        return new Refusal(409, "pass-not-paid", "This pass can be used once it is paid for.");
    }

    /** 409 {@code pass-not-paid}, and it will not be. */
    public static Refusal lapsed() {
        return new Refusal(409, "pass-not-paid", "This pass was not paid in time. Please buy another one.");
    }

    /** 409 {@code pass-returned}. */
    public static Refusal returned() {
        return new Refusal(409, "pass-returned", "This pass was given back.");
    }

    /** 409 {@code pass-used-up}. */
    public static Refusal usedUp(int unitsLeft) {
        return new Refusal(409, "pass-used-up", "There are not enough sessions left on this pass.")
                .with("unitsLeft", unitsLeft);
    }

    static Refusal notForThis() {
        return new Refusal(409, "pass-not-for-this", "This pass is for other classes.");
    }

    static Refusal expired(Instant validUntil) {
        return new Refusal(409, "pass-expired", "A session lies beyond the pass's time.")
                .with("validUntil", validUntil);
    }
}
