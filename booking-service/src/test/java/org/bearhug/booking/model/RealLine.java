package org.bearhug.booking.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** Who waits. */
record RealLine(RealDesk desk) implements Desk.Line {

    @Override
    public String join(int family, List<Integer> options) {
        Wire.Reply reply =
                desk.post(desk.carer(family), "/v1/waitlist", desk.course().wish(family, options));
        desk.note(Desk.Made.ENTRY, family, reply);
        return reply.said();
    }

    @Override
    public String look(int entry) {
        Wire.Reply reply = waiter(entry).get(path(entry));
        JsonNode position = reply.body().path("position");
        return reply.said("/state") + (position.isNumber() ? " " + position : "");
    }

    @Override
    public String accept(int entry) {
        return accept(entry, Map.of());
    }

    @Override
    public String acceptWithVoucher(int entry) {
        return accept(entry, Map.of("voucher", Desk.VOUCHER));
    }

    @Override
    public String acceptWithPass(int entry, int pass) {
        return accept(entry, Map.of("passId", desk.thing(Desk.Made.PASS, pass).id()));
    }

    private String accept(int nth, Map<String, ?> how) {
        return desk.made(
                Desk.Made.BOOKING,
                desk.thing(Desk.Made.ENTRY, nth).family(),
                desk.post(waiter(nth), path(nth) + "/accept", how));
    }

    @Override
    public String decline(int entry) {
        return desk.post(waiter(entry), path(entry) + "/decline", Map.of()).said();
    }

    @Override
    public String leave(int entry) {
        return waiter(entry).delete(path(entry)).said();
    }

    private Wire waiter(int entry) {
        return desk.carer(desk.thing(Desk.Made.ENTRY, entry).family());
    }

    private String path(int entry) {
        return "/v1/waitlist/" + desk.thing(Desk.Made.ENTRY, entry).id();
    }
}
