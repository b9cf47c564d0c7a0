package org.bearhug.booking;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

/**
 * Tells absent from null in a PATCH (RFC 7396): an {@code Optional} component is null when the field is absent, and
 * empty when it is null and so to be taken away.
 */
@Singleton
class PatchJson implements ObjectMapperCustomizer {

    /** Before Quarkus' own, since of two such modules the first counts. */
    @Override
    public int priority() {
        return DEFAULT_PRIORITY;
    }

    @Override
    @SuppressWarnings("deprecation") // goes in Jackson 3, where this is the only way of reading
    public void customize(ObjectMapper mapper) {
        mapper.registerModule(new Jdk8Module().configureReadAbsentAsNull(true));
    }
}
