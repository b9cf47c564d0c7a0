package org.bearhug.booking.model;

/** A refusal of the model's, by its code. */
final class No extends RuntimeException {

    private static final long serialVersionUID = 1L;

    No(String code) {
        super(code, null, false, false);
    }

    static void when(boolean so, String code) {
        if (so) {
            throw new No(code);
        }
    }
}
