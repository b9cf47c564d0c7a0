package org.bearhug.kit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.jackson.ObjectMapperCustomizer;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToLongFunction;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * JSON that says exactly what it means is read; anything else is refused, so that no typing error is lost. So is what is too
 * long, whatever it is.
 */
@Singleton
class StrictJson implements ObjectMapperCustomizer {

    private static final int DEEPEST_NESTING = 32;
    private static final int LONGEST_TEXT = 200_000;

    /** Who sends on after a refusal shall be able to read it; who sends much more is hung up on. */
    private static final int MOST_IGNORED = 4 * 1024 * 1024;

    /** After Quarkus' own customizer, which switches some of these off. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    @Override
    @SuppressWarnings("deprecation") // the builder that replaces configure() makes mappers, it cannot change one
    public void customize(ObjectMapper mapper) {
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST_NESTING)
                        .maxStringLength(LONGEST_TEXT)
                        .build());
        mapper.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                .enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .configure(MapperFeature.ALLOW_COERCION_OF_SCALARS, false)
                .setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL)
                .registerModule(new SimpleModule("strict text").addDeserializer(String.class, new Text()));
        for (CoercionInputShape shape : new CoercionInputShape[] {
            CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean
        }) {
            mapper.coercionConfigFor(LogicalType.Textual).setCoercion(shape, CoercionAction.Fail);
        }
    }

    /**
     * Before Quarkus does, with an empty answer. What does not say how long it is, is read here, as far as it may be long; by
     * HTTP/2 it is left to Quarkus and the largest limit, since there what was read to its end cannot be handed on.
     */
    void refuseLongBodies(
            @Observes Router router,
            ObjectMapper mapper,
            @ConfigProperty(name = "kit.usual-body") MemorySize usual,
            @ConfigProperty(name = "kit.large-body-at") Optional<String> exception,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize large) {
        ToLongFunction<RoutingContext> limit = call -> exception
                .filter(call.request().path()::equals)
                .map(path -> large)
                .orElse(usual)
                .asLongValue();
        router.route()
                .order(Integer.MIN_VALUE)
                .handler(call -> measure(call, limit.applyAsLong(call)))
                .failureHandler(call -> refuse(call, limit.applyAsLong(call), mapper));
    }

    private static void measure(RoutingContext call, long limit) {
        HttpServerRequest request = call.request();
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null && request.headers().contains(HttpHeaders.TRANSFER_ENCODING)) {
            read(call, limit);
        } else if (length != null && Long.parseLong(length) > limit) {
            call.fail(413);
        } else {
            call.next();
        }
    }

    /** Vert.x' own handler would look into forms, and has limits of another kind for them. */
    private static void read(RoutingContext call, long limit) {
        HttpServerRequest request = call.request();
        Buffer body = Buffer.buffer();
        if (request.headers().contains(HttpHeaders.EXPECT)) {
            call.response().writeContinue();
        }
        request.handler(part -> {
                    if (body.length() + part.length() > limit) {
                        call.fail(413);
                    } else {
                        body.appendBuffer(part);
                    }
                })
                .endHandler(end -> {
                    if (!call.failed()) {
                        ((RoutingContextInternal) call).setBody(body);
                        call.next();
                    }
                })
                .resume();
    }

    private static void refuse(RoutingContext call, long limit, ObjectMapper mapper) {
        if (call.response().ended()) {
            // Whoever was refused has hung up, or was hung up on.
            return;
        }
        if (call.statusCode() != 413) {
            call.next();
            return;
        }
        AtomicLong ignored = new AtomicLong();
        call.request().handler(part -> {
            if (ignored.addAndGet(part.length()) > MOST_IGNORED) {
                call.request().connection().close();
            }
        });
        try {
            call.response()
                    .setStatusCode(413)
                    .putHeader(HttpHeaders.CONTENT_TYPE, HttpProblem.MEDIA_TYPE.toString())
                    .end(mapper.writeValueAsString(Problems.tooLarge(limit)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Tells absent from null in a PATCH (RFC 7396): an {@code Optional} component is null when the field is absent, and empty
     * when it is null and so to be taken away.
     */
    @Singleton
    static class Patches implements ObjectMapperCustomizer {

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

    /** Plain text is no JSON, also where it would do to make a record of one text. */
    @Provider
    @Consumes(MediaType.TEXT_PLAIN)
    static final class PlainText implements MessageBodyReader<Record> {
        @Override
        public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
            return Record.class.isAssignableFrom(type);
        }

        @Override
        public Record readFrom(
                Class<Record> type,
                Type generic,
                Annotation[] annotations,
                MediaType mediaType,
                MultivaluedMap<String, String> headers,
                InputStream body) {
            throw new NotSupportedException();
        }
    }

    /** A text as written; a NUL is refused, since PostgreSQL stores none. */
    private static final class Text extends StdScalarDeserializer<String> {
        private static final long serialVersionUID = 1L;

        Text() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.currentToken().isScalarValue()
                    || parser.currentToken().isNumeric()
                    || parser.currentToken().isBoolean()) {
                return (String) context.handleUnexpectedToken(String.class, parser);
            }
            String text = parser.getText();
            if (text.indexOf('\0') >= 0) {
                return (String) context.handleWeirdStringValue(String.class, "", "holds a NUL character");
            }
            return text;
        }
    }
}
