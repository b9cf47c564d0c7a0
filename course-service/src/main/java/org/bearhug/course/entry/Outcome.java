package org.bearhug.course.entry;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a request came to. */
enum Outcome {
    /** It is new. */
    @JsonProperty("created")
    CREATED,
    /** Something of it is different now. */
    @JsonProperty("changed")
    CHANGED,
    /** It was so already. */
    @JsonProperty("unchanged")
    UNCHANGED,
    /** It does not take place. */
    @JsonProperty("cancelled")
    CANCELLED
}
