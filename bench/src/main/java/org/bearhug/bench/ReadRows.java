package org.bearhug.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bearhug.launcher.Jvm;

/** A page of the catalogue and a block's free seats, asked of the services themselves, beside an endpoint that does nothing. */
record ReadRows(House house, Path root, Scale scale, Report report) {

    private static final int CONNECTIONS = 32;

    void measure() {
        Wrk wrk = new Wrk(house.folder);
        Stage.writeScripts(house.folder);
        String catalogue = house.address("course-service") + "/v1/courses?limit=20";
        String availability = house.address("booking-service") + "/v1/availability?block=" + block(catalogue);
        requireItems(availability, "seatsLeft");
        int port = Ports.free();
        Path jar = root.resolve("bench/empty/target/quarkus-app/quarkus-run.jar");
        try (Program empty = Program.start(
                "empty",
                house.folder,
                Jvm.of("course-service", jar, false, List.of()).command("bench"),
                Map.of("EMPTY_PORT", String.valueOf(port)))) {
            String nothing = "http://127.0.0.1:" + port + "/";
            empty.awaitAnswer(nothing);
            for (String url : List.of(catalogue, availability, nothing)) {
                new Wrk(house.folder).warmUp("get.lua", url, CONNECTIONS, scale.warmUpSeconds());
            }
            report.add(Duel.fight(
                    "catalogue page ÷ empty endpoint",
                    "/s",
                    scale.rounds(),
                    round -> load(wrk, catalogue, scale.seconds()),
                    round -> load(wrk, nothing, scale.seconds())));
            report.add(Duel.fight(
                    "availability of a block ÷ empty endpoint",
                    "/s",
                    scale.rounds(),
                    round -> load(wrk, availability, scale.seconds()),
                    round -> load(wrk, nothing, scale.seconds())));
        }
        report.note(
                "Reads: %d connections, keep-alive, without If-None-Match; the empty endpoint is Quarkus REST with the"
                        + " same flags of the JVM. wrk took %.2f of a core.",
                CONNECTIONS, wrk.share());
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

    private static double load(Wrk wrk, String url, int seconds) {
        return wrk.run("get.lua", url, CONNECTIONS, seconds).perSecond();
    }
}
