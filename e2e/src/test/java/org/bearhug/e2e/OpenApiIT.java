package org.bearhug.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The documents that the client's types are made from are those that the services answer with. After a change of an API:
 * once with {@code -Dbearhug.update-openapi=true}, and then web's {@code ApiTypesTest} with {@code -Dbearhug.update-types=true}.
 */
class OpenApiIT {

    private static final Path DOCUMENTS = Path.of(System.getProperty("bearhug.root"), "web", "src", "openapi");
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    @ParameterizedTest
    @ValueSource(strings = {"users", "courses", "bookings"})
    void a_service_answers_with_the_document_that_is_committed(String name) throws IOException {
        Path file = DOCUMENTS.resolve(name + ".json");
        String now = Someone.nobody()
                .accept("application/json")
                .get("/api/" + name + "/openapi?format=json")
                .asString();
        if (Boolean.getBoolean("bearhug.update-openapi")) {
            Files.writeString(file, JSON.writeValueAsString(told(JSON.readTree(now))) + "\n");
        }

        assertThat(told(JSON.readTree(Files.readString(file))))
                .as("the API of the %s has changed; how to take it over stands above this test", name)
                .isEqualTo(told(JSON.readTree(now)));
    }

    /** Without where it was asked for, and in an order of its own. */
    private static Map<?, ?> told(JsonNode document) {
        ((ObjectNode) document).remove("servers");
        return JSON.convertValue(document, TreeMap.class);
    }
}
