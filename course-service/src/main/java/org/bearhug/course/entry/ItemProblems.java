package org.bearhug.course.entry;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Providers;

/** The problem documents of single items: the same that a request of its own would be answered with. */
@ApplicationScoped
class ItemProblems {

    @Inject
    Providers providers;

    /**
     * What an item is answered with.
     *
     * @param retryAfter in seconds, when the same item may succeed later
     */
    record ItemProblem(HttpProblem document, Integer retryAfter) {}

    @SuppressWarnings("unchecked") // the mapper of a class takes its instances
    ItemProblem of(Exception refusal) {
        ExceptionMapper<Exception> mapper =
                (ExceptionMapper<Exception>) providers.getExceptionMapper(refusal.getClass());
        try (Response answer = mapper.toResponse(refusal)) {
            String retryAfter = answer.getHeaderString(HttpHeaders.RETRY_AFTER);
            return new ItemProblem(
                    (HttpProblem) answer.getEntity(), retryAfter == null ? null : Integer.valueOf(retryAfter));
        }
    }
}
