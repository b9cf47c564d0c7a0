package org.bearhug.kit;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import io.quarkiverse.resteasy.problem.validation.Violation;
import io.quarkus.security.AuthenticationFailedException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Gives every problem document its {@code code}, whoever raised it, and turns what frameworks throw into the words of
 * this API: a body that cannot be read, a violated constraint, a database that does not answer.
 */
@ApplicationScoped
class Problems implements ProblemPostProcessor {

    static final String INVALID_REQUEST = "invalid-request";
    static final String NOT_FOUND = "not-found";
    static final String UNAVAILABLE = "service-unavailable";

    private static final Map<Integer, String> CODES = Map.ofEntries(
            Map.entry(400, INVALID_REQUEST),
            Map.entry(401, "invalid-token"),
            Map.entry(403, "forbidden"),
            Map.entry(404, NOT_FOUND),
            Map.entry(405, "method-not-allowed"),
            Map.entry(406, "not-acceptable"),
            Map.entry(413, "too-large"),
            Map.entry(415, "unsupported-media-type"),
            Map.entry(429, "rate-limited"),
            Map.entry(503, UNAVAILABLE));

    /** SQLSTATEs after which the same request may succeed: timeouts, deadlocks, a server that is stopping. */
    private static final Set<String> PASSING = Set.of("40001", "40P01", "55P03", "57014", "57P01", "57P02", "57P03");

    /** SQLSTATE of a text that PostgreSQL cannot store, such as one with a NUL character. */
    private static final String UNSTORABLE_TEXT = "22021";

    /** What Bean Validation calls an element of a list in a path, behind its index. */
    private static final Pattern OF_CONTAINER = Pattern.compile("\\.<[^>]*>");

    @Inject
    UriInfo uri;

    /** 413, as whoever answers before JAX-RS does has to say it too. */
    static HttpProblem tooLarge(long limit) {
        return complete(new Refusal(413, "too-large", "A request's body has at most " + limit + " bytes.").toProblem());
    }

    /** Before the library's own steps (the highest runs first), so that what they log is what is answered. */
    @Override
    public int priority() {
        return 1000;
    }

    /** Before anything is done: when the answer is written, what was asked for has happened already. */
    @ServerRequestFilter(preMatching = true)
    void requireReadableAccept(ContainerRequestContext request) {
        try {
            request.getAcceptableMediaTypes();
        } catch (IllegalArgumentException unreadable) {
            throw new Refusal(406, "not-acceptable", "The field Accept is no list of media types.");
        }
    }

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        HttpProblem answer = inOurWords(problem, context);
        // For a token that is not to be believed, Quarkus has put the challenge there already.
        return answer.getStatusCode() != 401 || context.cause instanceof AuthenticationFailedException
                ? answer
                : HttpProblem.builder(answer)
                        .withHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                        .build();
    }

    private HttpProblem inOurWords(HttpProblem problem, ProblemContext context) {
        JacksonException unreadable = cause(context.cause, JacksonException.class);
        if (unreadable != null && problem.getStatusCode() < 500) {
            return complete(unreadable(unreadable));
        }
        if (context.cause instanceof NotFoundException missing && isOfQuery(missing)) {
            return complete(Refusal.invalid("A query parameter is not of the kind expected here.")
                    .toProblem());
        }
        SQLException fault = cause(context.cause, SQLException.class);
        if (fault != null && problem.getStatusCode() == 500) {
            return complete(databaseFault(fault, problem));
        }
        return complete(problem);
    }

    /**
     * Whether a value that cannot be read may have stood in the query: JAX-RS calls that not found, as in a path, where a
     * malformed id rightly is.
     */
    private boolean isOfQuery(NotFoundException missing) {
        return missing.getCause() != null && !uri.getQueryParameters().isEmpty();
    }

    private static HttpProblem unreadable(JacksonException cause) {
        Refusal ofRecord = cause(cause, Refusal.class);
        if (ofRecord != null) {
            return ofRecord.toProblem();
        }
        String message = cause instanceof UnrecognizedPropertyException unknown
                ? "There is no field '" + unknown.getPropertyName() + "' here."
                : cause instanceof JsonMappingException ? "This value is not of the kind expected here." : "Not JSON.";
        return Refusal.invalid(pointer(cause), message).toProblem();
    }

    private static String pointer(JacksonException cause) {
        if (!(cause instanceof JsonMappingException mapping)) {
            return "#";
        }
        StringBuilder pointer = new StringBuilder("#");
        for (JsonMappingException.Reference step : mapping.getPath()) {
            pointer.append('/').append(step.getFieldName() == null ? step.getIndex() : escaped(step.getFieldName()));
        }
        return pointer.toString();
    }

    /** RFC 6901, section 3. */
    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static HttpProblem databaseFault(SQLException fault, HttpProblem problem) {
        String state = fault.getSQLState();
        if (UNSTORABLE_TEXT.equals(state)) {
            return Refusal.invalid("The request holds a character that cannot be stored.")
                    .toProblem();
        }
        // No SQLSTATE: the pool has no connection to give. Class 08: the connection failed.
        if (state == null || state.startsWith("08") || state.startsWith("53") || PASSING.contains(state)) {
            return Refusal.unavailable("The database is busy or away. Please try again.")
                    .toProblem();
        }
        return problem;
    }

    private static HttpProblem complete(HttpProblem problem) {
        Map<String, Object> members = problem.getParameters();
        String code = String.valueOf(members.getOrDefault("code", codeOf(problem.getStatusCode())));
        HttpProblem.Builder complete = HttpProblem.builder()
                .withType(URI.create("urn:bearhug:problem:" + code))
                .withTitle(title(code))
                .withStatus(problem.getStatusCode())
                .withDetail(problem.getDetail())
                .with("code", code);
        members.forEach((name, value) -> {
            if (value instanceof Collection<?> violations && name.equals("violations")) {
                complete.with("errors", errors(violations));
            } else if (!name.equals("code")) {
                complete.with(name, value);
            }
        });
        problem.getHeaders().forEach(complete::withHeader);
        return complete.build();
    }

    private static String codeOf(int status) {
        return CODES.getOrDefault(status, status < 500 ? INVALID_REQUEST : "internal-error");
    }

    private static String title(String code) {
        String words = code.replace('-', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static List<Refusal.FieldError> errors(Collection<?> violations) {
        return violations.stream()
                .map(Violation.class::cast)
                .map(violation -> new Refusal.FieldError(pointer(violation), violation.message))
                .toList();
    }

    /** A field of the body by its JSON pointer; a parameter by its name, after a question mark. */
    private static String pointer(Violation violation) {
        return "body".equals(violation.in)
                ? "#/"
                        + OF_CONTAINER
                                .matcher(violation.field)
                                .replaceAll("")
                                .replace('.', '/')
                                .replace("[", "/")
                                .replace("]", "")
                : "?" + violation.field;
    }

    /** In the place of Quarkus' own, which answers with something that is no problem document. */
    @Provider
    @Priority(Priorities.USER - 100)
    static final class Unreadable extends ExceptionMapperBase<MismatchedInputException> {
        @Override
        protected HttpProblem toProblem(MismatchedInputException cause) {
            return unreadable(cause);
        }
    }

    private static <T extends Throwable> T cause(Throwable thrown, Class<T> type) {
        return Stream.iterate(thrown, t -> t != null, Throwable::getCause)
                .limit(20)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElse(null);
    }
}
