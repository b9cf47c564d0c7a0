package org.bearhug.course;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lets a batch of class entries be larger than any other body. The server's own limit knows no paths and so is that of a
 * batch; all else is held to the lower one that the other services have.
 */
@ApplicationScoped
class BodyLimit {

    private static final String BATCH = "/v1/class-entries/batch";
    private static final long USUAL = 256 * 1024;

    /** The server's own limit has the priority 2, answers without a word, and says last how much may be read. */
    private static final int BEFORE_THE_SERVERS = 3;

    private static final int AFTER_THE_SERVERS = 1;

    private static final String PROBLEM =
            """
            {"type":"urn:bearhug:problem:too-large","title":"Too large","status":413,\
            "detail":"This is more than is taken here at once.","code":"too-large"}""";

    @ConfigProperty(name = "quarkus.http.limits.max-body-size")
    MemorySize ofBatch;

    void install(@Observes Filters filters) {
        filters.register(this::refuseWhatIsSaidToBeTooLarge, BEFORE_THE_SERVERS);
        filters.register(this::limitWhatIsRead, AFTER_THE_SERVERS);
    }

    private void refuseWhatIsSaidToBeTooLarge(RoutingContext call) {
        String length = call.request().getHeader("Content-Length");
        if (length != null && Long.parseLong(length) > most(call)) {
            call.response()
                    .setStatusCode(413)
                    .putHeader("Connection", "close")
                    .putHeader("Content-Type", "application/problem+json")
                    .end(PROBLEM);
        } else {
            call.next();
        }
    }

    private void limitWhatIsRead(RoutingContext call) {
        call.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, most(call));
        call.next();
    }

    private long most(RoutingContext call) {
        return call.request().path().equals(BATCH) ? ofBatch.asLongValue() : USUAL;
    }
}
