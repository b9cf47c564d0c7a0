package org.bearhug.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bearhug.course.Teaching.as;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.bearhug.testing.ApiDocument;
import org.bearhug.testing.Endpoint;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OpenApiTest extends ApiDocument {

    OpenApiTest() {
        super(
                "course-archived",
                "course-not-published",
                "too-many-courses",
                "too-many-blocks",
                "zoom-not-connected",
                "zoom-not-offered",
                "zoom-in-use",
                "zoom-host-busy",
                "zoom-daily-limit",
                "zoom-unavailable",
                "invalid-signature",
                "place-released",
                "no-meeting",
                "block-begun",
                "block-archived",
                "session-cancelled",
                "session-begun",
                "session-over",
                "block-over",
                "session-time-taken",
                "capacity-below-taken",
                "too-large",
                "instructor-not-approved",
                "not-attended",
                "testimonial-exists");
    }

    @Test
    void every_operation_names_the_problems_that_its_kind_can_have() {
        // Of the tag zoom some answer with a redirect, and one hears Zoom, which is no client of ours.
        List<Endpoint> ofClients = Endpoint.all().stream()
                .filter(endpoint -> !List.of("zoom").equals(endpoint.operation().get("tags")))
                .toList();
        assertThat(ofClients).hasSizeGreaterThan(15).allSatisfy(endpoint -> assertThat(endpoint.responses())
                .as(endpoint.name())
                .containsKeys(
                        switch (endpoint.method()) {
                            case "POST" -> new String[] {"401", "403", "409", "422"};
                            case "PATCH" -> new String[] {"400", "401", "403", "404", "412", "428"};
                            case "DELETE" -> new String[] {"401", "403", "404"};
                            default -> new String[] {"200"};
                        }));
    }

    @Test
    void a_call_link_goes_in_and_never_comes_out() {
        Map<String, Map<String, Map<String, Object>>> schemas =
                as((String) null).get("/openapi?format=json").path("components.schemas");

        assertThat(schemas.get("NewBlock").get("properties")).containsKey("callLink");
        for (String view : List.of(
                "BlockView", "SessionView", "CourseView", "CourseCard", "EntryView", "WrittenEntry", "BatchView")) {
            assertThat(schemas.get(view).get("properties").keySet())
                    .noneMatch(property ->
                            property.toLowerCase(java.util.Locale.ROOT).contains("link"));
        }
    }
}
