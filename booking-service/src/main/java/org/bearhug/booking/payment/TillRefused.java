package org.bearhug.booking.payment;

/** Stripe said no, and will say so again. */
class TillRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    /** @param code Stripe's word for it */
    TillRefused(String code) {
        super(code, null, false, false);
        this.code = code;
    }

    String code() {
        return code;
    }
}
