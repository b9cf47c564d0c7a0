package org.bearhug.booking.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** How bookings are made and given up. */
record RealBookings(RealDesk desk) implements Desk.Bookings {

    @Override
    public String book(int family, int option, Long amount, boolean voucher) {
        return booked(family, desk.course().wish(family, option, amount, voucher));
    }

    private String booked(int family, Map<String, ?> wish) {
        return desk.made(Desk.Made.BOOKING, family, desk.post(desk.carer(family), "/v1/bookings", wish));
    }

    @Override
    public String bookWithPass(int nth, int option) {
        Things.Thing pass = desk.thing(Desk.Made.PASS, nth);
        Map<String, Object> wish = new HashMap<>(desk.course().wish(pass.family(), option, null, false));
        wish.put("passId", pass.id());
        return booked(pass.family(), wish);
    }

    @Override
    public String makeUp(int nth, int session) {
        Things.Thing credit = desk.thing(Desk.Made.CREDIT, nth);
        return booked(
                credit.family(),
                Map.of(
                        "creditId",
                        credit.id(),
                        "sessionId",
                        desk.course().sessions().get(session)));
    }

    @Override
    public String look(int booking) {
        return booker(booking).get(path(booking) + "/cancellation").said("/comesBack/amount");
    }

    @Override
    public String cancel(int booking) {
        return desk.post(booker(booking), path(booking) + "/cancel", Map.of()).said();
    }

    @Override
    public String move(int nth, int block) {
        Map<String, ?> destination = Map.of("blockId", desk.course().block(block));
        return desk.made(
                Desk.Made.BOOKING,
                desk.thing(Desk.Made.BOOKING, nth).family(),
                desk.post(booker(nth), path(nth) + "/move", destination));
    }

    @Override
    public String absent(int nth, int which) {
        Things.Thing booking = desk.thing(Desk.Made.BOOKING, nth);
        List<UUID> places = desk.course().places(booking.id());
        if (places.isEmpty()) {
            return "no-places";
        }
        Wire.Reply reply =
                desk.post(booker(nth), "/v1/places/" + places.get(which % places.size()) + "/absence", Map.of());
        desk.note(Desk.Made.CREDIT, booking.family(), reply);
        return reply.said();
    }

    private Wire booker(int booking) {
        return desk.carer(desk.thing(Desk.Made.BOOKING, booking).family());
    }

    private String path(int booking) {
        return "/v1/bookings/" + desk.thing(Desk.Made.BOOKING, booking).id();
    }
}
