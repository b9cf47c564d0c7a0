package org.bearhug.booking.model;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bearhug.testing.Tokens;

/** What the instructor does, and what the feeds tell. */
record RealTeaching(RealDesk desk) implements Desk.Teaching {

    @Override
    public String callOff(List<Integer> sessions) {
        desk.course().callOff(sessions);
        desk.order(Instance.Order.CLOSE, "all");
        return "ok";
    }

    @Override
    public String resize(int session, int seats) {
        UUID id = desk.course().sessions().get(session);
        Wire.Reply reply = desk.as(Tokens.ofService("course-service", "seats:write"))
                .put("/v1/capacities", Map.of("items", List.of(Map.of("sessionId", id, "capacity", seats))));
        if (reply.status() < 300) {
            desk.order(Instance.Order.RESIZE, desk.course().intended(session, seats));
        }
        return reply.said();
    }

    @Override
    public String promise(int block, Policy policy) {
        desk.course().promise(block, policy);
        return "ok";
    }

    @Override
    public String mark(int booking, int which, boolean present) {
        List<UUID> places =
                desk.course().places(desk.thing(Desk.Made.BOOKING, booking).id());
        if (places.isEmpty()) {
            return "no-places";
        }
        return desk.instructor()
                .put(
                        "/v1/places/" + places.get(which % places.size()) + "/attendance",
                        Map.of("mark", present ? "PRESENT" : "ABSENT"))
                .said();
    }

    @Override
    public String born(int family, Desk.Born when) {
        desk.course().born(family, when.day);
        return "ok";
    }
}
