package org.bearhug.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Puts one course of the demo on the programme, or finds what an earlier start has put there.
 *
 * @param zoom whether Zoom makes its meetings
 */
record DemoTeaching(DemoApi instructor, DemoCourse course, boolean zoom) {

    private static final String COURSES = "/api/courses/v1/courses";

    /** Returns the block, published. */
    JsonNode settle() {
        JsonNode own = instructor.get("/api/courses/v1/me/courses?limit=100").expect("the list of courses");
        JsonNode known = find(own, course.title()).orElseGet(this::addCourse);
        String path = COURSES + "/" + known.path("id").asText();
        if (isDraft(known)) {
            publish(path);
        }
        JsonNode blocks = instructor.get(path + "/blocks?limit=100").expect("the list of blocks");
        JsonNode block = find(blocks, course.run().title()).orElseGet(() -> addBlock(path));
        if (isDraft(block)) {
            return publish("/api/courses/v1/blocks/" + block.path("id").asText());
        }
        return block;
    }

    private static Optional<JsonNode> find(JsonNode page, String title) {
        for (JsonNode item : page.path("items")) {
            if (item.path("title").asText().equals(title)) {
                return Optional.of(item);
            }
        }
        return Optional.empty();
    }

    private JsonNode addCourse() {
        return instructor.post(COURSES, course.words(), null).expect("adding the course " + course.title());
    }

    private JsonNode addBlock(String path) {
        LocalDate today = LocalDate.now(ZoneId.of(course.instructor().timeZone()));
        return instructor
                .post(path + "/blocks", course.block(today, zoom), null)
                .expect("adding a block of " + course.title());
    }

    private static boolean isDraft(JsonNode view) {
        return view.path("state").asText().equals("DRAFT");
    }

    private JsonNode publish(String path) {
        return instructor.post(path + "/publish", java.util.Map.of(), null).expect("publishing " + course.title());
    }
}
