package org.bearhug.course.schedule;

import jakarta.ws.rs.core.Response;
import org.bearhug.kit.Versions;

/** What is shown, and the version that was read. */
record Versioned<T>(T view, long version) {

    Response.ResponseBuilder with(Response.ResponseBuilder answer) {
        return answer.entity(view).tag(Versions.tag(version));
    }
}
