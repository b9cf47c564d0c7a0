package org.bearhug.booking.model;

import java.util.Map;

/** How passes are bought and given back. */
record RealPasses(RealDesk desk) implements Desk.Passes {

    @Override
    public String buy(int family, Pass.Offer offer) {
        return desk.made(
                Desk.Made.PASS,
                family,
                desk.post(
                        desk.carer(family),
                        "/v1/passes",
                        Map.of("offerId", desk.course().passOffer(offer))));
    }

    @Override
    public String paid(int pass) {
        return desk.post(desk.instructor(), path(pass) + "/paid", Map.of()).said();
    }

    @Override
    public String giveBack(int pass) {
        Wire buyer = desk.carer(desk.thing(Desk.Made.PASS, pass).family());
        return desk.post(buyer, path(pass) + "/return", Map.of()).said();
    }

    @Override
    public String paidBack(int pass) {
        return desk.post(desk.instructor(), path(pass) + "/paid-back", Map.of()).said();
    }

    private String path(int pass) {
        return "/v1/passes/" + desk.thing(Desk.Made.PASS, pass).id();
    }
}
