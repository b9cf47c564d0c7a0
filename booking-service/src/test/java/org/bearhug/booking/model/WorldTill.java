package org.bearhug.booking.model;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;

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
        if (amount == booking.owed) {
            booking.underWay().ifPresent(payment -> {
                if (payment.isOnline()) {
                    payment.callOff(world.now);
                } else {
                    payment.state = "PAID";
                }
            });
        }
        booking.owed -= amount;
        return "ok";
    }

    @Override
    public String paidBack(int nth, long amount) {
        Booked booking = world.booked.get(nth);
        No.when(amount > -booking.owed - new WorldMoney(world).wanted(booking), "nothing-to-pay-back");
        booking.owed += amount;
        return "ok";
    }

    @Override
    public String dues() {
        return Deed.all(collecting(), world);
    }

    /** All are reminded; then one after the other loses what was not paid. */
    static List<Function<World, List<Deed>>> collecting() {
        return List.of(
                before -> List.of(new Deed("remind", world -> {
                    due(world, due -> due.isToRemind(world.now)).forEach(nth -> remind(world.booked.get(nth)));
                    return "ok";
                })),
                before -> due(before, due -> before.house.lapses() && due.reminded && isOver(before, due))
                        .mapToObj(nth -> new Deed("lapse " + nth, world -> lapse(world, world.booked.get(nth))))
                        .toList());
    }

    private static IntStream due(World world, Predicate<Payment> which) {
        return IntStream.range(0, world.booked.size())
                .filter(nth -> world.booked.get(nth).due().filter(which).isPresent());
    }

    private static boolean isOver(World world, Payment due) {
        return !world.now.isBefore(due.until.plus(Duration.ofDays(House.LAPSE_DAYS)));
    }

    private static void remind(Booked booking) {
        booking.due().ifPresent(due -> due.reminded = true);
    }

    private static String lapse(World world, Booked booking) {
        booking.due().ifPresent(due -> {
            due.state = "EXPIRED";
            if (!booking.isOver()) {
                new WorldBookings(world).lapse(booking);
            }
        });
        return "ok";
    }
}
