package org.bearhug.booking.model;

import java.time.Duration;
import java.time.Instant;

/** How seats should be held. */
final class WorldHolds extends WorldDeals implements Desk.Holds {

    private static final Duration QUARTER = Duration.ofMinutes(15);

    WorldHolds(World world) {
        super(world);
    }

    @Override
    public String hold(int family, int option, Long amount, boolean voucher) {
        Deal deal = deal(family, World.children(family), option, amount, voucher);
        requireRoom(deal.children(), deal.sessions());
        Keeping hold = keep(deal, false, earlier(world.now.plus(QUARTER), firstStart(deal)));
        world.holds.add(hold);
        if (voucher) {
            world.uses.add(new World.Use(hold, hold.until));
        }
        return "ok " + deal.total();
    }

    private static Instant firstStart(Deal deal) {
        return Desk.start(deal.sessions().get(0));
    }

    @Override
    public String extend(int nth) {
        Keeping hold = alive(nth);
        No.when(hold.extended, "hold-extended");
        No.when(!isWhole(hold) || lacksVoucher(hold), "hold-expired");
        hold.until = earlier(hold.until.plus(QUARTER), firstStart(hold.deal));
        hold.extended = true;
        if (hold.deal.voucher()) {
            giveBackVoucher(hold);
            world.uses.add(new World.Use(hold, hold.until));
        }
        return "ok";
    }

    private Keeping alive(int nth) {
        Keeping hold = there(nth);
        No.when(!world.now.isBefore(hold.until), "hold-expired");
        return hold;
    }

    private Keeping there(int nth) {
        No.when(world.holds.get(nth).gone, "not-found");
        return world.holds.get(nth);
    }

    private boolean lacksVoucher(Keeping hold) {
        return hold.deal.voucher() && world.uses.stream().noneMatch(use -> use.owner() == hold);
    }

    @Override
    public String letGo(int nth) {
        Keeping hold = there(nth);
        giveBackVoucher(hold);
        hold.gone = true;
        dropSeats(hold);
        return "ok";
    }

    @Override
    public String book(int nth) {
        Keeping hold = forSale(nth);
        return book(hold, hold.deal);
    }

    @Override
    public String bookWithPass(int nth, int pass) {
        Keeping hold = forSale(nth);
        return book(hold, paidWith(pass, hold.deal));
    }

    private Keeping forSale(int nth) {
        Keeping hold = alive(nth);
        No.when(isCalledOff(hold.deal), "sales-closed");
        No.when(lacksVoucher(hold), "hold-expired");
        return hold;
    }

    private String book(Keeping hold, Deal deal) {
        No.when(!isWhole(hold), "hold-expired");
        hold.gone = true;
        passOn(hold, booked(deal, hold));
        return "ok " + deal.total();
    }
}
