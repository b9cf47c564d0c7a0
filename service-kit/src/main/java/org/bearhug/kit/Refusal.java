package org.bearhug.kit;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A request that the rules refuse, answered as a problem document (RFC 9457). It is an exception so that whatever the
 * transaction wrote before is rolled back. A refusal with a {@code Retry-After} may succeed when sent again; one
 * without will not, until something else changes.
 */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final transient Map<String, Object> facts = new LinkedHashMap<>();
    private long retryAfterSeconds;

    /**
     * @param code the stable, kebab-case name of the reason
     * @param detail what to tell a person; it may be shown as it is
     */
    public Refusal(int status, String code, String detail) {
        super(detail, null, false, false);
        this.status = status;
        this.code = code;
    }

    /** 400 for one field of the body, named by a JSON pointer. */
    public static Refusal invalid(String pointer, String message) {
        return new Refusal(400, Problems.INVALID_REQUEST, message)
                .with("errors", List.of(new FieldError(pointer, message)));
    }

    /** 400 for a request that is wrong as a whole. */
    public static Refusal invalid(String detail) {
        return new Refusal(400, Problems.INVALID_REQUEST, detail);
    }

    /** 404, also for what exists but belongs to another person. */
    public static Refusal notFound(String what) {
        return new Refusal(404, Problems.NOT_FOUND, "There is no such " + what + ".");
    }

    /** 503: what this service needs to answer does not answer; worth another try. */
    public static Refusal unavailable(String detail) {
        return new Refusal(503, Problems.UNAVAILABLE, detail).retryAfter(Duration.ofSeconds(2));
    }

    /** Adds a machine-readable member to the problem document. */
    public Refusal with(String name, Object value) {
        facts.put(name, value);
        return this;
    }

    /** Says when the same request is worth sending again; rounded up to whole seconds. */
    public Refusal retryAfter(Duration delay) {
        retryAfterSeconds = Math.max(1, delay.plusMillis(999).toSeconds());
        return this;
    }

    /** The stable name of the reason. */
    public String code() {
        return code;
    }

    /** The HTTP status it is answered with. */
    public int status() {
        return status;
    }

    HttpProblem toProblem() {
        HttpProblem.Builder problem = HttpProblem.builder().withStatus(status).withDetail(getMessage());
        problem.with("code", code);
        facts.forEach(problem::with);
        if (retryAfterSeconds > 0) {
            problem.withHeader(HttpHeaders.RETRY_AFTER, retryAfterSeconds);
        }
        return problem.build();
    }

    /** One thing wrong with a request's body: where (RFC 6901) and what. */
    public record FieldError(String pointer, String message) {}

    /** Hands refusals to the problem documents. */
    @Provider
    public static final class Answer extends ExceptionMapperBase<Refusal> {
        @Override
        protected HttpProblem toProblem(Refusal refusal) {
            return refusal.toProblem();
        }
    }

    private static HttpProblem withoutToken() {
        return new Refusal(401, "invalid-token", "Send a valid access token.").toProblem();
    }

    /** Nobody came where somebody is needed. In place of the problem library's, which expects another Quarkus. */
    @Provider
    @Priority(Priorities.USER - 100)
    static final class NoToken extends ExceptionMapperBase<UnauthorizedException> {
        @Override
        protected HttpProblem toProblem(UnauthorizedException missing) {
            return withoutToken();
        }
    }

    /** A token that is not to be believed. In place of the problem library's, which expects another Quarkus. */
    @Provider
    @Priority(Priorities.USER - 100)
    static final class BadToken extends ExceptionMapperBase<AuthenticationFailedException> {
        @Override
        protected HttpProblem toProblem(AuthenticationFailedException invalid) {
            return withoutToken();
        }
    }
}
