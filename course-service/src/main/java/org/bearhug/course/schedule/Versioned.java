package org.bearhug.course.schedule;

import jakarta.ws.rs.core.Response;
import org.bearhug.kit.Versions;

/** What is shown, and the version that was read. */
public record Versioned<T>(T view, long version) {

    /** As an answer, with its ETag. */
    public Response.ResponseBuilder with(Response.ResponseBuilder answer) {
        return answer.entity(view).tag(Versions.tag(version));
    }
}
