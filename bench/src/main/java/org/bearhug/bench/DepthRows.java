package org.bearhug.bench;

import java.util.ArrayList;
import java.util.List;

/** Whether the slowest hundredth of bookings waits longer when there is a long past behind them. */
record DepthRows(Stage stage, Scale scale, Report report) {

    private static final long FEW = 1_000;
    private static final int SESSIONS = 100_000;

    /** Few, so that a request's time is that of its work and not of a queue. */
    private static final int CONNECTIONS = 4;

    void measure() {
        Wrk wrk = new Wrk(stage.folder);
        try (Peers.Peer ours = stage.peers.ours()) {
            stage.warmUp(ours.address(), CONNECTIONS, scale.warmUpSeconds());
            long past = stage.sessions(SESSIONS, 0);
            long sofar = 0;
            List<Double> few = List.of();
            for (long depth = FEW; depth <= scale.deepest(); depth *= 100) {
                long began = System.nanoTime();
                stage.world.past(sofar, depth, past);
                Say.line("    %,d past bookings written in %.0f s", depth - sofar, (System.nanoTime() - began) / 1e9);
                sofar = depth;
                List<Double> slowest = slowest(wrk, ours, depth);
                if (depth == FEW) {
                    few = slowest;
                } else {
                    report.add(new Duel(
                            "99th percentile at %,d ÷ at %,d past bookings".formatted(depth, FEW), "ms", slowest, few));
                }
            }
        }
        report.note(
                "Past bookings lie in up to %,d sessions; %d connections book in 2,000 others, one request after the other."
                        + " These sides cannot take turns: the past only grows. wrk took %.2f of a core.",
                SESSIONS, CONNECTIONS, wrk.share());
    }

    private List<Double> slowest(Wrk wrk, Peers.Peer ours, long depth) {
        List<Double> all = new ArrayList<>();
        for (int round = 0; round < scale.fewRounds(); round++) {
            Wrk.Load load = stage.book(wrk, "booking-service", ours.address(), CONNECTIONS, scale.seconds(), 2_000);
            Say.line(
                    "    %,d past bookings, round %d: p50 %.2f ms, p99 %.2f ms",
                    depth, round + 1, load.p50(), load.p99());
            all.add(load.p99());
        }
        return all;
    }
}
