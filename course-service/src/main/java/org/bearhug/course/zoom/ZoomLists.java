package org.bearhug.course.zoom;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bearhug.course.zoom.ZoomPlanLevel.Weight;

/** Zoom's lists, read to their ends. */
@ApplicationScoped
class ZoomLists {

    private static final int PAGE = 300;
    private static final int MOST_PAGES = 50;

    @Inject
    ZoomCalls calls;

    /**
     * All that such a list holds.
     *
     * @param path below the API's address, encoded, with what the list is to be asked for
     * @param items what the list calls them
     */
    List<JsonNode> all(UUID connection, String path, String items) {
        String first = path + (path.contains("?") ? "&" : "?") + "page_size=" + PAGE;
        List<JsonNode> all = new ArrayList<>();
        String token = "";
        for (int page = 0; page < MOST_PAGES; page++) {
            String next = token.isEmpty() ? first : first + "&next_page_token=" + TokenEndpoint.encoded(token);
            JsonNode answer = calls.make(connection, Weight.MEDIUM, "GET", next, null);
            answer.path(items).forEach(all::add);
            token = answer.path("next_page_token").asText();
            if (token.isEmpty()) {
                return all;
            }
        }
        throw ZoomFailure.unsure("a list without an end");
    }
}
