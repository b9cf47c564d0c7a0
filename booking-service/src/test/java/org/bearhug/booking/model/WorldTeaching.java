package org.bearhug.booking.model;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What should come of what an instructor does. */
final class WorldTeaching implements Desk.Teaching {

    private final World world;

    WorldTeaching(World world) {
        this.world = world;
    }

    @Override
    public String callOff(List<Integer> sessions) {
        world.calledOff.addAll(sessions);
        WorldBookings bookings = new WorldBookings(world);
        world.booked.forEach(booking -> bookings.close(booking, Set.copyOf(sessions)));
        Set<Keeping> concerned = world.kept.stream()
                .filter(seat -> sessions.contains(seat.session()))
                .map(Keeping.Seat::owner)
                .collect(Collectors.toSet());
        concerned.forEach(bookings::giveBackVoucher);
        concerned.forEach(bookings::dropSeats);
        new WorldLine(world).close(concerned);
        return "ok";
    }

    @Override
    public String resize(int session, int seats) {
        No.when(
                seats < world.taken(session).size() + world.alive(session).count() && seats < world.seats[session],
                "capacity-below-taken");
        world.seats[session] = seats;
        return "ok";
    }

    @Override
    public String promise(int block, Policy policy) {
        world.policies[block] = policy;
        return "ok";
    }

    @Override
    public String mark(int nth, int which, boolean present) {
        Booked booking = world.booked.get(nth);
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
