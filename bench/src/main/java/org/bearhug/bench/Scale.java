package org.bearhug.bench;

/**
 * How much is measured.
 *
 * @param rounds how often each side has its turn
 * @param fewRounds how often where a turn is long and hardly differs from the next
 * @param seconds of each turn
 * @param warmUpSeconds before the first, for each side
 * @param deepest how many past bookings there are at most
 * @param connections over which booking-service is asked for bookings, as many at once
 */
record Scale(int rounds, int fewRounds, int seconds, int warmUpSeconds, long deepest, int connections) {

    static Scale quick(boolean deep, int connections) {
        return new Scale(3, 3, 6, 25, deep ? 10_000_000 : 100_000, connections);
    }

    static Scale complete(boolean deep, int connections) {
        return new Scale(5, 3, 7, 30, deep ? 10_000_000 : 100_000, connections);
    }
}
