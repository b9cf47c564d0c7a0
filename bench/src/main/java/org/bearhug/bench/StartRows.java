package org.bearhug.bench;

import java.util.ArrayList;
import java.util.List;

/** How soon each peer takes bookings after its start, and how much memory it then holds, idle and after some work. */
record StartRows(Stage stage, Scale scale, Report report) {

    private static final int SECONDS_OF_WORK = 5;

    void measure() {
        List<Double> readyOurs = new ArrayList<>();
        List<Double> readyTwin = new ArrayList<>();
        List<Double> idleOurs = new ArrayList<>();
        List<Double> idleTwin = new ArrayList<>();
        List<Double> busyOurs = new ArrayList<>();
        List<Double> busyTwin = new ArrayList<>();
        for (int round = 0; round < scale.fewRounds(); round++) {
            try (Peers.Peer ours = stage.peers.ours()) {
                look(ours, readyOurs, idleOurs, busyOurs);
            }
            try (Peers.Peer twin = stage.peers.twin()) {
                look(twin, readyTwin, idleTwin, busyTwin);
            }
        }
        report.add(new Duel("start until ready ÷ Spring twin", "ms", readyOurs, readyTwin));
        report.add(new Duel("memory when ready ÷ Spring twin", "MB", idleOurs, idleTwin));
        report.add(new Duel("memory after bookings ÷ Spring twin", "MB", busyOurs, busyTwin));
        report.note("Memory is what is resident (RSS), after %d s of bookings in the last row.", SECONDS_OF_WORK);
    }

    private void look(Peers.Peer peer, List<Double> ready, List<Double> idle, List<Double> busy) {
        ready.add(peer.readyAfterMillis());
        Program.pause(3_000);
        idle.add(peer.program().memory().rss());
        stage.book(new Wrk(stage.folder), "a peer", peer.address(), 16, SECONDS_OF_WORK, 200);
        busy.add(peer.program().memory().rss());
    }

    /** The whole platform, which is measured against numbers and not against a peer. */
    static void wholePlatform(House house, Report report) {
        double first = house.start();
        house.stop();
        double warm = house.start();
        Program.pause(3_000);
        Memory memory = house.memory();
        report.note(
                "The whole platform with its demo is ready %.1f s after its first start and %.1f s after its second;"
                        + " PostgreSQL, the three services and the front door then hold %.0f MB (RSS), %.0f MB (PSS).",
                first / 1e3, warm / 1e3, memory.rss(), memory.pss());
    }
}
