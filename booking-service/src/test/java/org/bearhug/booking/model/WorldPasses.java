package org.bearhug.booking.model;

import java.time.Duration;

/** How passes should be bought and given back. */
record WorldPasses(World world) implements Desk.Passes {

    @Override
    public String buy(int family, Pass.Offer offer) {
        long open = world.passes.stream()
                .filter(pass -> pass.family == family && pass.isOpen(world.now))
                .count();
        No.when(open >= House.OPEN_PASSES, "too-many-unpaid-passes");
        Pass pass = new Pass(family, offer, world.now);
        world.passes.add(pass);
        if (world.house.online() && offer.price > 0) {
            world.add(Payment.online(pass, offer.price, true, WorldStripe.until(world.now, pass.until()), world.now));
        }
        return "ok " + offer.price;
    }

    @Override
    public String paid(int nth) {
        Pass pass = world.passes.get(nth);
        No.when(pass.owed <= 0, "nothing-owed");
        pass.owed = 0;
        callOffPage(pass);
        return "ok";
    }

    private void callOffPage(Pass pass) {
        pass.underWay().ifPresent(payment -> payment.callOff(world.now));
    }

    @Override
    public String giveBack(int nth) {
        Pass pass = world.passes.get(nth);
        if (!pass.returned) {
            No.when(pass.used > 0, "pass-in-use");
            No.when(
                    !pass.lapsed
                            && pass.owed <= 0
                            && world.now.isAfter(pass.bought.plus(Duration.ofDays(House.PASS_RETURN_DAYS))),
                    "too-late-to-return");
            pass.returned = true;
            pass.owed -= pass.lapsed ? 0 : pass.offer.price;
            callOffPage(pass);
            new WorldMoney(world).settle(pass);
        }
        return "ok";
    }

    @Override
    public String paidBack(int nth) {
        Pass pass = world.passes.get(nth);
        long byHand = -pass.owed - new WorldMoney(world).wanted(pass);
        No.when(byHand <= 0, "nothing-to-pay-back");
        pass.owed += byHand;
        return "ok";
    }
}
