package org.bearhug.kit;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * One fact of a feed, as CloudEvents 1.0 says it. {@code data} is the whole state of the subject after the change and
 * {@code version} grows with each change of it, so a reader overwrites what it has and ignores what is older.
 *
 * @param id the fact's place in its feed; ask for what comes after it with {@code lastEventId}
 */
@JsonIgnoreProperties(ignoreUnknown = true) // a newer service may say more
public record CloudEvent(
        String specversion,
        String id,
        String source,
        String type,
        String subject,
        Instant time,
        String datacontenttype,
        long version,
        JsonNode data) {

    /** The media type of a batch of events. */
    public static final String BATCH = "application/cloudevents-batch+json";
}
