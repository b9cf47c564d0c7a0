package org.bearhug.reads;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.bearhug.kit.Versions;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/**
 * Answers to reading. What is the same for all is read once and kept as bytes until a fact changes it; see
 * docs/decisions/0033-ready-answers.md.
 */
@ApplicationScoped
public class ReadyAnswers {

    @Inject
    ReadyStore store;

    @Inject
    ObjectMapper json;

    @Inject
    CurrentVertxRequest current;

    /**
     * An answer that everybody gets who asks for this address.
     *
     * @param read begins its own transaction: what a running one saw before would be older than it looks
     */
    @SuppressWarnings("unchecked") // the text says what T says, and JSON that is text already is written as it is
    public <T> RestResponse<T> toAll(Supplier<Reading<T>> read) {
        HttpServerRequest request = current.getCurrent().request();
        Packed.Reply reply = store.get(request.uri(), () -> bytes(read.get())).reply(Conditions.plain(request));
        ResponseBuilder<String> answer = ResponseBuilder.create(reply.status());
        reply.headers()
                .forEach(header ->
                        answer.header(header.name().toString(), header.value().toString()));
        if (reply.status() == 200) {
            answer.entity(reply.body().toString(StandardCharsets.UTF_8));
        }
        return (RestResponse<T>) (RestResponse<?>) answer.build();
    }

    private Reading<byte[]> bytes(Reading<?> reading) {
        try {
            return new Reading<>(
                    json.writeValueAsBytes(reading.view()), reading.version(), reading.subjects(), reading.until());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer cannot be written", e);
        }
    }

    /** An answer that only this caller gets. It is kept nowhere. */
    public <T> RestResponse<T> toOne(Supplier<Reading<T>> read) {
        Reading<T> reading = read.get();
        ResponseBuilder<T> answer =
                ResponseBuilder.ok(reading.view()).header(HttpHeaders.CACHE_CONTROL, "private, no-store");
        if (reading.version() != null) {
            answer.tag(Versions.tag(reading.version()));
        }
        return answer.build();
    }
}
