package org.bearhug.kit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * The same {@code Idempotency-Key} never has an effect twice (draft-ietf-httpapi-idempotency-key-header). The answer is
 * stored in the transaction of its effect, so either both are there after a crash or neither is. Only answers are
 * kept: a refusal rolled everything back, and its retry is judged anew.
 */
@ApplicationScoped
public class Idempotency {

    private static final String HEADER = "Idempotency-Key";
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");

    @Inject
    StoredAnswers answers;

    @Inject
    ObjectMapper json;

    @Inject
    Caller caller;

    /** What JAX-RS has to say of a request is put together anew for each. */
    @Inject
    RoutingContext call;

    /**
     * Has the effect, in one transaction, unless this key already had it; then the stored answer is given again. Without
     * a key the effect simply happens.
     *
     * @param request what was asked, to tell a retry from another request under the same key
     * @throws Refusal 409 {@code idempotency-key-in-use} while the first request runs, 422 {@code idempotency-key-reused}
     *     when the key came with another request
     */
    public Response once(Object request, Supplier<Response> effect) {
        return once(call.request().getHeader(HEADER), request, effect);
    }

    /**
     * As {@link #once}, for what must not happen twice by mistake.
     *
     * @throws Refusal also 400 {@code idempotency-key-missing}
     */
    public Response onceWithKey(Object request, Supplier<Response> effect) {
        return once(requiredKey(), request, effect);
    }

    private String requiredKey() {
        String key = call.request().getHeader(HEADER);
        if (key == null || key.isBlank()) {
            throw new Refusal(
                    400, "idempotency-key-missing", "Send an Idempotency-Key, so that a retry does not book twice.");
        }
        return key;
    }

    /** A request under its key, which counts for one caller at one endpoint. */
    public record Claim(String caller, String endpoint, String key, byte[] fingerprint) {}

    /** An answer that is kept under a key, and the request that it answered. */
    public record Kept(byte[] fingerprint, int status, String location, String etag, String body) {}

    /**
     * The request under its key, for somebody who claims the keys of many requests, has their effects and keeps their
     * answers in one statement: see {@link #claiming} and {@link #keeping}.
     *
     * @throws Refusal 400 as {@link #onceWithKey}
     */
    public Claim claimWithKey(Object request) {
        return claim(requiredKey(), request);
    }

    /**
     * A query of such a statement: for each {@code nth} of a relation with these columns of {@link Claim} and {@code now},
     * whether its key is {@code free} and whether an answer is {@code stored}, with the columns of {@link Kept}. No key may
     * be there twice, since a transaction is let in where it is already.
     */
    public static String claiming(String relation) {
        return StoredAnswers.CLAIM_ALL.formatted(relation);
    }

    /**
     * The other part of such a statement: keeps the answers of a relation with the columns of {@link Claim}, its
     * fingerprint in base64, {@code status}, {@code location}, {@code body} and {@code now}. It makes the statement fail
     * when one of the keys was used since it was claimed.
     */
    public static String keeping(String relation) {
        return StoredAnswers.KEEP_ALL.formatted(relation);
    }

    /**
     * What was kept, as it is given again.
     *
     * @throws Refusal 422 when the key came with another request
     */
    public static Response again(Claim claim, Kept kept) {
        return StoredAnswers.again(claim, kept);
    }

    /** Whether this was kept under a key, and much may have happened since. */
    public static boolean isRepeated(Response answer) {
        return answer.getHeaderString(StoredAnswers.REPLAYED) != null;
    }

    /** 409: the first request with this key is still running. */
    public static Refusal inUse() {
        return new Refusal(409, "idempotency-key-in-use", "The first request with this key is still running.")
                .retryAfter(Duration.ofSeconds(1));
    }

    /**
     * As {@link #once}, for what has transactions of its own and changes nothing when it is done again. Its answer is kept
     * afterwards; a retry that comes before that does it again and gives the answer of whoever was first.
     */
    public Response repeatable(Object request, Supplier<Response> effect) {
        String header = call.request().getHeader(HEADER);
        if (header == null) {
            return effect.get();
        }
        Claim claim = claim(header, request);
        Response known = QuarkusTransaction.requiringNew().call(() -> answers.claim(claim));
        if (known != null) {
            return known;
        }
        Response answer = effect.get();
        return once(header, request, () -> answer);
    }

    private Response once(String header, Object request, Supplier<Response> effect) {
        if (header == null) {
            return QuarkusTransaction.joiningExisting().call(effect::get);
        }
        Claim claim = claim(header, request);
        return QuarkusTransaction.joiningExisting().call(() -> {
            Response stored = answers.claim(claim);
            return stored != null ? stored : answers.keep(claim, effect.get());
        });
    }

    private Claim claim(String header, Object request) {
        byte[] fingerprint = fingerprint(request);
        String owner = caller.name();
        return new Claim(
                // Strangers share no keys: with nobody to scope it to, a key counts for one body only.
                owner.equals("nobody") ? "nobody " + HexFormat.of().formatHex(fingerprint) : owner,
                "POST " + call.normalizedPath(),
                unquoted(header),
                fingerprint);
    }

    private byte[] fingerprint(Object request) throws IllegalStateException {
        try {
            return MessageDigest.getInstance("SHA-256").digest(json.writeValueAsBytes(request));
        } catch (GeneralSecurityException | JsonProcessingException e) {
            throw new IllegalStateException("a request that was read can be written", e);
        }
    }

    /** The draft's header is a quoted string, most clients send it bare; both are taken. */
    private static String unquoted(String header) {
        String key = header.strip();
        if (key.length() >= 2 && key.startsWith("\"") && key.endsWith("\"")) {
            key = key.substring(1, key.length() - 1);
        }
        if (!KEY.matcher(key).matches()) {
            throw Refusal.invalid("An Idempotency-Key has 1 to 255 visible ASCII characters.");
        }
        return key;
    }

    /**
     * Forgets the answers to this account and its clients, and those in which it, or any other id, is named; in the
     * running transaction. For who or what is erased.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void forget(UUID id) {
        forget(List.of(id));
    }

    /** As {@link #forget(UUID)}, for many ids at once. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void forget(Collection<UUID> ids) {
        answers.forget(ids);
    }
}
