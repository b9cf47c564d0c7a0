package org.bearhug.web.types;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The client's types are what the OpenAPI documents say; {@code -Dbearhug.update-types} writes them anew. */
class ApiTypesTest {

    private static final Path TYPES = Path.of("src/main/resources/web/app/api/types");

    static final Iterable<String> DOCUMENTS = ApiDocument.NAMES;

    @ParameterizedTest
    @FieldSource("DOCUMENTS")
    void the_types_are_those_of_the_document(String name) throws IOException {
        Path file = TYPES.resolve(name + ".ts");
        String types = ApiDocument.committed(name).types();

        if (Boolean.getBoolean("bearhug.update-types")) {
            Files.createDirectories(TYPES);
            Files.writeString(file, types);
        }

        assertThat(file).hasContent(types);
    }
}
