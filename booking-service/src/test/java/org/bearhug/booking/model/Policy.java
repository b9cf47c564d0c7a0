package org.bearhug.booking.model;

import java.io.Serializable;

/**
 * What an instructor promises who gives up or misses something. It may change at any time; whatever was agreed on before keeps
 * its own.
 *
 * @param full until so many days before the first session everything comes back
 * @param part until so many, {@code percent} of it
 * @param makeUps how often a child can make up for a session of a block, {@code weeks} long after it
 */
record Policy(int full, int part, int percent, int makeUps, int weeks) implements Serializable {

    static final Policy FIRST = new Policy(7, 2, 50, 2, 1);

    private static final Policy STRICT = new Policy(14, 7, 25, 1, 1);
    private static final Policy KIND = new Policy(1, 0, 80, 3, 2);

    static Policy nth(int nth) {
        return switch (nth % 3) {
            case 0 -> FIRST;
            case 1 -> STRICT;
            default -> KIND;
        };
    }

    /** What is missed once more cannot be made up for once more. */
    Policy withoutMakeUps() {
        return new Policy(full, part, percent, 0, weeks);
    }
}
