package org.bearhug.booking.model;

import java.util.Map;

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
        return "/v1/holds/" + desk.thing(Desk.Made.HOLD, hold).id();
    }

    @Override
    public String book(int nth) {
        RealDesk.Thing hold = desk.thing(Desk.Made.HOLD, nth);
        return desk.made(
                Desk.Made.BOOKING,
                hold.family(),
                desk.post(desk.carer(hold.family()), "/v1/bookings", Map.of("holdId", hold.id())));
    }
}
