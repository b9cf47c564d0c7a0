package org.bearhug.booking.model;

import java.util.Map;
import java.util.UUID;

/** How seats are held. */
record RealHolds(RealDesk desk) implements Desk.Holds {

    @Override
    public String hold(int family, int option, Long amount, boolean voucher) {
        Map<String, ?> wish = desk.course().wish(family, option, amount, voucher);
        return desk.made(Desk.Made.HOLD, family, desk.post(desk.carer(family), "/v1/holds", wish));
    }

    @Override
    public String extend(int hold) {
        return desk.post(holder(hold), path(hold) + "/extend", Map.of()).said();
    }

    @Override
    public String letGo(int hold) {
        return holder(hold).delete(path(hold)).said();
    }

    private Wire holder(int hold) {
        return desk.carer(desk.thing(Desk.Made.HOLD, hold).family());
    }

    private String path(int hold) {
        return "/v1/holds/" + id(hold);
    }

    @Override
    public String book(int hold) {
        return booked(hold, Map.of("holdId", id(hold)));
    }

    @Override
    public String bookWithPass(int hold, int pass) {
        UUID with = desk.thing(Desk.Made.PASS, pass).id();
        return booked(hold, Map.of("holdId", id(hold), "passId", with));
    }

    private String booked(int hold, Map<String, ?> wish) {
        return desk.made(
                Desk.Made.BOOKING,
                desk.thing(Desk.Made.HOLD, hold).family(),
                desk.post(holder(hold), "/v1/bookings", wish));
    }

    private UUID id(int hold) {
        return desk.thing(Desk.Made.HOLD, hold).id();
    }
}
