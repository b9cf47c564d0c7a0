package org.bearhug.booking.model;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What should come of what an instructor does. */
final class WorldTeaching implements Desk.Teaching {

    private final World world;

    WorldTeaching(World world) {
        this.world = world;
    }

    @Override
    public String callOff(List<Integer> sessions) {
        return Deed.all(callingOff(sessions), world);
    }

    /** It is told; then the jobs give back what is taken, booking by booking, and what is held or offered, one by one. */
    static List<Function<World, List<Deed>>> callingOff(List<Integer> sessions) {
        return List.of(
                before -> List.of(new Deed("call off", world -> {
                    world.calledOff.addAll(sessions);
                    return "ok";
                })),
                before -> each(before.booked, booking -> booking.confirmed()
                                .anyMatch(place -> before.calledOff.contains(place.session)))
                        .mapToObj(nth -> new Deed("close " + nth, world -> close(world, world.booked.get(nth))))
                        .toList(),
                before -> Stream.of(
                                each(before.holds, hold -> isConcerned(before, hold))
                                        .mapToObj(nth -> new Deed(
                                                "void hold " + nth, world -> annul(world, world.holds.get(nth)))),
                                each(before.booked, booking -> isConcerned(before, booking.keeping))
                                        .mapToObj(nth -> new Deed(
                                                "call off " + nth,
                                                world -> annul(world, world.booked.get(nth).keeping))),
                                each(before.entries, entry -> isConcerned(before, entry.offer))
                                        .mapToObj(nth -> new Deed(
                                                "void offer " + nth,
                                                world -> annul(world, world.entries.get(nth).offer))))
                        .flatMap(Function.identity())
                        .toList());
    }

    private static <T> IntStream each(List<T> all, Predicate<T> concerned) {
        return IntStream.range(0, all.size()).filter(nth -> concerned.test(all.get(nth)));
    }

    private static boolean isConcerned(World world, Keeping keeping) {
        return world.kept.stream()
                .anyMatch(seat -> seat.owner() == keeping && world.calledOff.contains(seat.session()));
    }

    private static String close(World world, Booked booking) {
        new WorldBookings(world).close(booking, world.calledOff);
        return "ok";
    }

    private static String annul(World world, Keeping keeping) {
        if (keeping != null && isConcerned(world, keeping)) {
            WorldLine line = new WorldLine(world);
            line.giveBackVoucher(keeping);
            line.dropSeats(keeping);
            if (keeping.booking != null) {
                keeping.booking.underWay().ifPresent(payment -> payment.callOff(world.now));
            }
            line.close(Set.of(keeping));
        }
        return "ok";
    }

    @Override
    public String resize(int session, int seats) {
        return Deed.all(resizing(session, seats), world);
    }

    /** It is agreed on for a minute, in which no more than the lower number is sold; then the fact comes. */
    static List<Function<World, List<Deed>>> resizing(int session, int seats) {
        return List.of(
                before -> List.of(new Deed("agree", world -> {
                    No.when(
                            seats
                                    < world.taken(session).size()
                                            + world.alive(session).count(),
                            "capacity-below-taken");
                    world.agreed.merge(session, seats, Math::min);
                    return "ok";
                })),
                before -> List.of(new Deed("intend", world -> {
                    world.seats[session] = seats;
                    world.agreed.computeIfPresent(session, (same, agreed) -> agreed < seats ? agreed : null);
                    return "ok";
                })));
    }

    @Override
    public String promise(int block, Policy policy) {
        world.policies[block] = policy;
        return "ok";
    }

    @Override
    public String mark(int nth, int which, boolean present) {
        Booked booking = world.booked.get(nth);
        No.when(booking.places.isEmpty(), "no-places");
        Booked.Place place = booking.places.get(which % booking.places.size());
        No.when(world.calledOff.contains(place.session), "session-cancelled");
        No.when(place.isToCome(world.now), "session-not-started");
        No.when(!place.confirmed, "place-released");
        place.mark = present ? "PRESENT" : "ABSENT";
        return "ok";
    }

    @Override
    public String born(int family, Desk.Born when) {
        world.born.put(World.children(family).get(0), when.day);
        return "ok";
    }
}
