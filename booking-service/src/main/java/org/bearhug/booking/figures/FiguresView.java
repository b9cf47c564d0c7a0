package org.bearhug.booking.figures;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.bearhug.booking.money.Money;

/**
 * A block in numbers, without a name.
 *
 * @param capacity of all its sessions that take place
 * @param taken of that
 * @param fillRate of all of them together, from 0 to 1; absent when there are no seats
 * @param attended places whose attendance is PRESENT
 * @param income by currency: of those who booked the block or one of its sessions; nothing when nothing was to be paid
 */
record FiguresView(
        UUID blockId,
        int capacity,
        int taken,
        BigDecimal fillRate,
        int attended,
        List<OfSession> sessions,
        List<Income> income) {

    /**
     * One session; one that is cancelled has nobody in it.
     *
     * @param capacity as the instructor intends it
     * @param attended places whose attendance is PRESENT
     * @param absent places whose attendance is ABSENT; of the others nobody knows
     */
    record OfSession(
            UUID sessionId,
            Instant startsAt,
            LocalDateTime localStart,
            String timeZone,
            String state,
            int capacity,
            int taken,
            BigDecimal fillRate,
            int attended,
            int absent) {

        static OfSession of(Object[] row) {
            int capacity = (Integer) row[5];
            int taken = (Integer) row[6];
            return new OfSession(
                    (UUID) row[0],
                    (Instant) row[1],
                    (LocalDateTime) row[2],
                    (String) row[3],
                    (String) row[4],
                    capacity,
                    taken,
                    rate(taken, capacity),
                    ((Long) row[7]).intValue(),
                    ((Long) row[8]).intValue());
        }

        private boolean takesPlace() {
            return state.equals("SCHEDULED");
        }
    }

    /**
     * What the ledger says, in one currency and without signs.
     *
     * @param charged for what was booked
     * @param credited of that, since it was given up or forgiven
     * @param paid what came, also from another block by a move
     * @param refunded what went back, also to another block
     * @param outstanding what carers still have to pay
     * @param toPayBack what is still to be paid back to others
     */
    record Income(Money charged, Money credited, Money paid, Money refunded, Money outstanding, Money toPayBack) {

        static Income of(Object[] row) {
            String currency = (String) row[0];
            return new Income(
                    new Money((Long) row[1], currency),
                    new Money((Long) row[2], currency),
                    new Money((Long) row[3], currency),
                    new Money((Long) row[4], currency),
                    new Money((Long) row[5], currency),
                    new Money((Long) row[6], currency));
        }
    }

    static FiguresView of(UUID block, List<OfSession> sessions, List<Income> income) {
        List<OfSession> held = sessions.stream().filter(OfSession::takesPlace).toList();
        int capacity = held.stream().mapToInt(OfSession::capacity).sum();
        int taken = held.stream().mapToInt(OfSession::taken).sum();
        int attended = held.stream().mapToInt(OfSession::attended).sum();
        return new FiguresView(block, capacity, taken, rate(taken, capacity), attended, sessions, income);
    }

    /** To three digits. */
    private static BigDecimal rate(int taken, int capacity) {
        return capacity == 0
                ? null
                : BigDecimal.valueOf(taken).divide(BigDecimal.valueOf(capacity), 3, RoundingMode.HALF_UP);
    }
}
