package org.bearhug.bench;

/**
 * How much is measured.
 *
 * @param rounds how often each side has its turn
 * @param seconds of each turn
 * @param warmUpSeconds before the first, for each side
 */
record Scale(int rounds, int seconds, int warmUpSeconds) {

    static Scale quick() {
        return new Scale(3, 6, 15);
    }

    static Scale complete() {
        return new Scale(7, 15, 40);
    }
}
