package org.bearhug.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.bearhug.launcher.Jvm;

/** A page of the catalogue and a block's free seats, asked of the services themselves, beside an endpoint that does nothing. */
record ReadRows(House house, Path root, Scale scale, Report report) {

    private static final int CONNECTIONS = 32;

    /** What today's browsers understand. */
    private static final String BROWSER = "gzip, deflate, br, zstd";

    void measure() {
        Wrk wrk = new Wrk(house.folder);
        Stage.writeScripts(house.folder);
        String catalogue = house.address("course-service") + "/v1/courses?limit=20";
        String availability = house.address("booking-service") + "/v1/availability?block=" + block(catalogue);
        requireItems(availability, "seatsLeft");
        try (Peers.Peer besideCourses = empty("course-service");
                Peers.Peer besideBookings = empty("booking-service")) {
            measure(wrk, "catalogue page", catalogue, besideCourses.address());
            measure(wrk, "availability of a block", availability, besideBookings.address());
        }
        report.note(
                "Reads: %d connections, keep-alive; as programs ask, as browsers ask the first time (gzip), and again"
                        + " (If-None-Match, answered 304). The empty endpoint is Quarkus REST with the flags of"
                        + " the JVM that the service beside it has. wrk took %.2f of a core.",
                CONNECTIONS, wrk.share());
    }

    /** What is asked, with which headers, and how often a second it was answered in each round. */
    private record Side(String name, String url, List<Double> perSecond, Object... headers) {}

    private void measure(Wrk wrk, String what, String url, String nothing) {
        Side empty = new Side("empty endpoint", nothing, new ArrayList<>());
        List<Side> ours = List.of(
                new Side(what, url, new ArrayList<>()),
                new Side(what + ", compressed", url, new ArrayList<>(), BROWSER),
                new Side(what + ", not modified", url, new ArrayList<>(), BROWSER, house.tag(url, BROWSER)));
        report.attempt(what, () -> {
            List<Side> turns = new ArrayList<>(ours);
            turns.add(empty);
            warmUp(empty, scale.warmUpSeconds());
            ours.forEach(side -> warmUp(side, scale.warmUpSeconds() / 2));
            for (int round = 0; round < scale.rounds(); round++) {
                turns.forEach(side -> side.perSecond().add(answered(wrk, side)));
                Say.line(
                        "    %s, round %d: %s a second; %s %s",
                        what,
                        round + 1,
                        ours.stream().map(side -> Duel.last(side.perSecond())).toList(),
                        empty.name(),
                        Duel.last(empty.perSecond()));
                // Whoever was first is last in the next round.
                Collections.rotate(turns, 1);
            }
        });
        ours.forEach(side ->
                report.add(Duel.of(side.name() + " ÷ empty endpoint", "/s", side.perSecond(), empty.perSecond())));
    }

    private void warmUp(Side side, int seconds) {
        new Wrk(house.folder).warmUp("get.lua", side.url(), CONNECTIONS, seconds, side.headers());
    }

    private double answered(Wrk wrk, Side side) {
        return wrk.run("get.lua", side.url(), CONNECTIONS, scale.seconds(), side.headers())
                .perSecond();
    }

    /** Quarkus with nothing to do, run as this service is. */
    private Peers.Peer empty(String service) {
        int port = Ports.free();
        String address = "http://127.0.0.1:" + port + "/";
        Path jar = root.resolve("bench/empty/target/quarkus-app/quarkus-run.jar");
        List<String> command = Jvm.of(service, jar, false, List.of()).command("bench");
        Program empty = Program.start(
                "empty-beside-" + service, house.folder, command, Map.of("EMPTY_PORT", String.valueOf(port)));
        return new Peers.Peer(empty, address, empty.awaitAnswer(address));
    }

    private String block(String catalogue) {
        JsonNode courses = requireItems(catalogue, "title");
        for (JsonNode course : courses) {
            String blocks = house.address("course-service") + "/v1/courses/"
                    + course.path("id").asText() + "/blocks";
            JsonNode first = house.get(blocks).path("items").path(0);
            if (!first.isMissingNode()) {
                return first.path("id").asText();
            }
        }
        throw new WrongWork("no course of the demo has a block");
    }

    private JsonNode requireItems(String url, String field) {
        JsonNode items = house.get(url).path("items");
        if (items.isEmpty() || !items.path(0).has(field)) {
            throw new WrongWork(url + " shows nothing");
        }
        return items;
    }
}
