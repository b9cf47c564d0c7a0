package org.bearhug.booking.model;

import java.time.Duration;

/** How money should be noted, and what should become of who does not pay. */
final class WorldTill implements Desk.Till {

    private final World world;

    WorldTill(World world) {
        this.world = world;
    }

    @Override
    public String paid(int nth, long amount) {
        Booked booking = world.booked.get(nth);
        No.when(amount > booking.owed, "more-than-owed");
        if (amount == booking.owed && booking.isDue()) {
            booking.due.state = "PAID";
        }
        booking.owed -= amount;
        return "ok";
    }

    @Override
    public String paidBack(int nth, long amount) {
        Booked booking = world.booked.get(nth);
        No.when(amount > -booking.owed, "nothing-to-pay-back");
        booking.owed += amount;
        return "ok";
    }

    @Override
    public String dues() {
        world.booked.stream().filter(Booked::isDue).forEach(booking -> {
            booking.due.reminded |= booking.due.isToRemind(world.now);
            if (world.house.lapses() && booking.due.reminded && isOver(booking.due)) {
                booking.due.state = "EXPIRED";
                if (!booking.isOver()) {
                    new WorldBookings(world).lapse(booking);
                }
            }
        });
        return "ok";
    }

    private boolean isOver(Booked.Due due) {
        return !world.now.isBefore(due.until.plus(Duration.ofDays(House.LAPSE_DAYS)));
    }
}
