package org.bearhug.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/**
 * Bookings a second: ours, pgbench's with the same rows, those of the twin, and ours with a commit for each; over many sessions
 * and in one.
 */
record BookingRows(Stage stage, Scale scale, Report report) {

    /** As in all tables so far: far more than its pool, for which the others wait. */
    private static final int CONNECTIONS_OF_TWIN = 64;

    /** On one hot session pgbench is at its best with fewer. */
    private record Shape(String name, int sessions, int pgbenchClients) {}

    private static final List<Shape> SHAPES =
            List.of(new Shape("many sessions", 2_000, 32), new Shape("one hot session", 1, 8));

    void measure() {
        Wrk wrk = new Wrk(stage.folder);
        Pgbench pgbench = new Pgbench(stage.folder, stage.database);
        try (Peers.Peer ours = stage.peers.ours();
                Peers.Peer alone = stage.peers.oursEachAlone();
                Peers.Peer twin = twinIfItStarts()) {
            Say.line("  Warming up …");
            Stream.of(ours, alone, twin)
                    .filter(Objects::nonNull)
                    // The compiler is still busy with so long a way through the JVM after half of that.
                    .forEach(peer -> stage.warmUp(peer.address(), connections(peer, twin), 2 * scale.warmUpSeconds()));
            for (Shape shape : SHAPES) {
                measure(shape, wrk, pgbench, ours, twin);
                report.attempt(
                        "bookings, " + shape.name() + ", each alone",
                        () -> report.add(Duel.fight(
                                "bookings, " + shape.name() + ", shared commits on ÷ off",
                                "/s",
                                scale.fewRounds(),
                                round -> byHttp(shape, wrk, "booking-service", ours, scale.connections()),
                                round -> byHttp(
                                        shape,
                                        wrk,
                                        "booking-service without shared commits",
                                        alone,
                                        scale.connections()))));
            }
        }
        report.note(
                "Bookings: %d connections to ours and %d to the twin; %s with 32 clients over many sessions and 8 on one,"
                        + " with which it is fastest. wrk itself took %.2f of a core while ours and the twin were"
                        + " measured, pgbench's own work is not counted.",
                scale.connections(), CONNECTIONS_OF_TWIN, pgbench.version(), wrk.share());
    }

    /** Null otherwise: what is measured beside pgbench needs no twin. */
    private Peers.Peer twinIfItStarts() {
        AtomicReference<Peers.Peer> twin = new AtomicReference<>();
        report.attempt("bookings ÷ Spring twin", () -> twin.set(stage.peers.twin()));
        return twin.get();
    }

    /** What was measured before a fault counts, round by round. */
    private void measure(Shape shape, Wrk wrk, Pgbench pgbench, Peers.Peer ours, Peers.Peer twin) {
        List<Double> byUs = new ArrayList<>();
        List<Double> byPgbench = new ArrayList<>();
        List<Double> byTwin = new ArrayList<>();
        report.attempt("bookings, " + shape.name(), () -> {
            for (int round = 0; round < scale.rounds(); round++) {
                // Whoever was first is last in the next round.
                List<Runnable> turns = new ArrayList<>(List.of(
                        () -> byUs.add(byHttp(shape, wrk, "booking-service", ours, scale.connections())),
                        () -> byPgbench.add(bySql(shape, pgbench))));
                if (twin != null) {
                    turns.add(() -> byTwin.add(byHttp(shape, wrk, "the twin", twin, CONNECTIONS_OF_TWIN)));
                }
                java.util.Collections.rotate(turns, round);
                turns.forEach(Runnable::run);
                Say.line(
                        "    %s, round %d: ours %s, pgbench %s, twin %s a second",
                        shape.name(), round + 1, Duel.last(byUs), Duel.last(byPgbench), Duel.last(byTwin));
            }
        });
        report.add(Duel.of("bookings, " + shape.name() + " ÷ pgbench", "/s", byUs, byPgbench));
        report.add(Duel.of("bookings, " + shape.name() + " ÷ Spring twin", "/s", byUs, byTwin));
    }

    private int connections(Peers.Peer peer, Peers.Peer twin) {
        return peer == twin ? CONNECTIONS_OF_TWIN : scale.connections();
    }

    private double byHttp(Shape shape, Wrk wrk, String who, Peers.Peer peer, int connections) {
        return stage.book(wrk, who, peer.address(), connections, scale.seconds(), shape.sessions())
                .perSecond();
    }

    private double bySql(Shape shape, Pgbench pgbench) {
        long first = stage.sessions(shape.sessions(), World.CHILDREN);
        stage.database.settle();
        Pgbench.Load load =
                pgbench.run("one-statement.sql", shape.pgbenchClients(), scale.seconds(), first, shape.sessions());
        stage.proof.requireRight("pgbench", first, shape.sessions(), load.done(), 0);
        return load.perSecond();
    }
}
