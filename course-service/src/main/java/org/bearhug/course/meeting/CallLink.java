package org.bearhug.course.meeting;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The address of a call, as the instructor gives it. Whoever knows it can join, so it is never shown again. */
@Schema(type = SchemaType.STRING, format = "uri", writeOnly = true, maxLength = CallLink.LONGEST)
public record CallLink(@JsonValue String url) {

    static final int LONGEST = 2_000;

    /** From a JSON text. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CallLink {}

    /** Does not tell the address, so that no log can. */
    @Override
    public String toString() {
        return "CallLink[…]";
    }
}
