package org.bearhug.web;

import io.quarkus.runtime.LaunchMode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The client's parts, each read and coded once, when somebody first asks for it, and from then on sent as it lies. */
@ApplicationScoped
class PageParts {

    private static final String FOLDER = "META-INF/resources";

    private final Map<String, PagePart> ready = new ConcurrentHashMap<>();

    @Inject
    Vertx vertx;

    void open(@Observes Router router) {
        // While somebody works on the client its parts change.
        if (LaunchMode.current() != LaunchMode.DEVELOPMENT) {
            router.route()
                    .method(HttpMethod.GET)
                    .method(HttpMethod.HEAD)
                    .order(Integer.MIN_VALUE + 3000)
                    .handler(this::send);
        }
    }

    private void send(RoutingContext call) {
        String path = call.normalizedPath();
        PagePart part = ready.get(path);
        if (part != null) {
            part.answer(call);
        } else if (path.indexOf('.', path.lastIndexOf('/')) < 0) {
            call.next();
        } else {
            prepare(path)
                    .onSuccess(found -> {
                        if (found == null) {
                            call.next();
                        } else {
                            found.answer(call);
                        }
                    })
                    .onFailure(call::fail);
        }
    }

    /** Null where there is none; what is not there is not remembered, since there is no end of it. */
    private Future<PagePart> prepare(String path) {
        return vertx.executeBlocking(
                () -> {
                    byte[] plain = read(path);
                    return plain == null ? null : ready.computeIfAbsent(path, it -> PagePart.of(it, plain));
                },
                false);
    }

    private static byte[] read(String path) throws IOException {
        try (InputStream part = Thread.currentThread().getContextClassLoader().getResourceAsStream(FOLDER + path)) {
            return part == null ? null : part.readAllBytes();
        }
    }
}
