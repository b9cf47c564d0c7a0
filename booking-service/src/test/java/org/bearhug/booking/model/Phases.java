package org.bearhug.booking.model;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A step in its transactions: phase by phase, and in each what is to be done as the world is when it begins, in any order.
 *
 * @param untilAnswered whether nothing more is done once there is an answer
 */
record Phases(List<Function<World, List<Deed>>> phases, boolean untilAnswered) {

    private Phases(List<Function<World, List<Deed>>> phases) {
        this(phases, false);
    }

    static Phases of(Step step, boolean alone) {
        return switch (step.act()) {
            case CALL_OFF -> new Phases(WorldTeaching.callingOff(House.sessions(step.option())));
            case RESIZE -> new Phases(WorldTeaching.resizing(step.session(), step.seats()));
            case DUES -> new Phases(WorldTill.collecting());
            case STRIPE_TELLS -> new Phases(WorldStripe.telling());
            case PAY, PAY_PASS -> new Phases(WorldStripe.paying(step.act().about(), step.nth()));
            case CHECK_OUT, CHECK_OUT_PASS ->
                new Phases(WorldStripe.checkingOut(step.act().about(), step.nth()), true);
            case SWEEP -> new Phases(WorldStripe.sweeping());
            case LATER -> alone ? inOne(step) : ahead(step.jump());
            default -> inOne(step);
        };
    }

    private static Phases inOne(Step step) {
        return new Phases(List.of(world -> List.of(new Deed("step", step::at))));
    }

    /** The jobs of an instance whose clock is ahead of the other's give back, forget and offer. */
    private static Phases ahead(Duration time) {
        return new Phases(List.of(
                ahead("give back", time, World::giveBack),
                ahead("forget", time, World::tidy),
                ahead("offer", time, world -> new WorldLine(world).match())));
    }

    private static Function<World, List<Deed>> ahead(String name, Duration time, Consumer<World> job) {
        return before -> List.of(new Deed(name, world -> {
            world.ahead(time);
            job.accept(world);
            world.ahead(time.negated());
            return "ok";
        }));
    }
}
