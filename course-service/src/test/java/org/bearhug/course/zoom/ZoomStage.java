package org.bearhug.course.zoom;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.bearhug.fakezoom.FakeZoom;
import org.bearhug.fakezoom.Fault;
import org.bearhug.testing.Strings;

/** The fake Zoom beside the service under test, and its strings. */
public final class ZoomStage implements QuarkusTestResourceLifecycleManager {

    private static final String ADDRESS = "bearhug.test.zoom";
    private static final Strings STRINGS = Strings.atProperty(ADDRESS);

    private FakeZoom zoom;

    @Override
    public Map<String, String> start() {
        zoom = FakeZoom.start("localhost", 0);
        System.setProperty(ADDRESS, zoom.address());
        return Map.of(
                "bearhug.zoom-api-url", zoom.address() + "/v2", "bearhug.zoom-oauth-url", zoom.address() + "/oauth");
    }

    @Override
    public void stop() {
        zoom.close();
    }

    static String address() {
        return System.getProperty(ADDRESS);
    }

    static void fault(Fault fault, String call) {
        tell("faults", Map.of("fault", fault, "call", call));
    }

    static JsonNode tell(String what, Map<String, ?> wish) {
        return STRINGS.pull("/fake/" + what, wish);
    }

    static JsonNode look(String at) {
        return STRINGS.look("/fake/" + at);
    }

    static List<JsonNode> meetings() {
        return StreamSupport.stream(look("meetings").spliterator(), false).toList();
    }

    static List<String> calls() {
        return StreamSupport.stream(look("calls").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
