package org.bearhug.booking.model;

import java.util.Map;

/** What is noted by hand, the way that instructors go. */
record RealTill(RealDesk desk) implements Desk.Till {

    @Override
    public String paid(int booking, long amount) {
        return note(booking, "payments", amount);
    }

    @Override
    public String paidBack(int booking, long amount) {
        return note(booking, "refunds", amount);
    }

    private String note(int booking, String what, long amount) {
        String path = "/v1/bookings/" + desk.thing(Desk.Made.BOOKING, booking).id() + "/" + what;
        Map<String, ?> sum = Map.of("amount", Map.of("amount", amount, "currency", "GBP"));
        return desk.post(desk.instructor(), path, sum).said();
    }

    @Override
    public String dues() {
        desk.order(Instance.Order.DUES, "all");
        return "ok";
    }
}
