package org.bearhug.kit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * The same {@code Idempotency-Key} never has an effect twice (draft-ietf-httpapi-idempotency-key-header). The answer is
 * stored in the transaction of its effect, so either both are there after a crash or neither is. Only answers are
 * kept: a refusal rolled everything back, and its retry is judged anew.
 */
@ApplicationScoped
public class Idempotency {

    private static final Duration KEPT = Duration.ofHours(24);
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");

    /** Whether this key runs just now and what is stored for it, in one round trip. */
    private static final String CLAIM =
            """
            SELECT pg_try_advisory_xact_lock(hashtextextended(concat_ws(E'\\n', s.caller, s.endpoint, s.key), 0)),
                   r.fingerprint, r.status, r.location, r.etag, r.body
              FROM (SELECT ? AS caller, ? AS endpoint, ? AS key) s
              LEFT JOIN idempotency_record r
                ON (r.caller, r.endpoint, r.key) = (s.caller, s.endpoint, s.key) AND r.created_at > ?""";

    private static final String KEEP =
            """
            INSERT INTO idempotency_record AS r (caller, endpoint, key, fingerprint, status, location, etag, body, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (caller, endpoint, key) DO UPDATE
              SET (fingerprint, status, location, etag, body, created_at) =
                  (excluded.fingerprint, excluded.status, excluded.location, excluded.etag, excluded.body, excluded.created_at)
              WHERE r.created_at <= ?""";

    private static final String FORGET =
            """
            DELETE FROM idempotency_record r USING (SELECT ? AS id) s
             WHERE starts_with(r.caller, s.id) OR strpos(r.body, s.id) > 0 OR strpos(r.endpoint, s.id) > 0""";

    @Inject
    DataSource database;

    @Inject
    ObjectMapper json;

    @Inject
    Clock clock;

    @Inject
    Caller caller;

    @Inject
    HttpHeaders headers;

    @Inject
    UriInfo uri;

    /**
     * Has the effect, in one transaction, unless this key already had it; then the stored answer is given again. Without
     * a key the effect simply happens.
     *
     * @param request what was asked, to tell a retry from another request under the same key
     * @throws Refusal 409 {@code idempotency-key-in-use} while the first request runs, 422 {@code idempotency-key-reused}
     *     when the key came with another request
     */
    public Response once(Object request, Supplier<Response> effect) {
        return once(headers.getHeaderString("Idempotency-Key"), request, effect);
    }

    /**
     * As {@link #once}, for what must not happen twice by mistake.
     *
     * @throws Refusal also 400 {@code idempotency-key-missing}
     */
    public Response onceWithKey(Object request, Supplier<Response> effect) {
        String key = headers.getHeaderString("Idempotency-Key");
        if (key == null || key.isBlank()) {
            throw new Refusal(
                    400, "idempotency-key-missing", "Send an Idempotency-Key, so that a retry does not book twice.");
        }
        return once(key, request, effect);
    }

    /**
     * As {@link #once}, for what has transactions of its own and changes nothing when it is done again. Its answer is kept
     * afterwards; a retry that comes before that does it again and gives the answer of whoever was first.
     */
    public Response repeatable(Object request, Supplier<Response> effect) {
        String header = headers.getHeaderString("Idempotency-Key");
        if (header == null) {
            return effect.get();
        }
        byte[] fingerprint = fingerprint(request);
        Key key = key(header, fingerprint);
        Response known = QuarkusTransaction.requiringNew().call(() -> claim(key, fingerprint));
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
        byte[] fingerprint = fingerprint(request);
        Key key = key(header, fingerprint);
        return QuarkusTransaction.joiningExisting().call(() -> {
            Response stored = claim(key, fingerprint);
            return stored != null ? stored : keep(key, fingerprint, effect.get());
        });
    }

    private Key key(String header, byte[] fingerprint) {
        String owner = caller.name();
        return new Key(
                // Strangers share no keys: with nobody to scope it to, a key counts for one body only.
                owner.equals("nobody") ? "nobody " + HexFormat.of().formatHex(fingerprint) : owner,
                "POST " + uri.getPath(),
                unquoted(header));
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

    private Response claim(Key key, byte[] fingerprint) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement claim = connection.prepareStatement(CLAIM)) {
            key.bind(claim);
            claim.setObject(4, now().minus(KEPT));
            try (ResultSet row = claim.executeQuery()) {
                row.next();
                byte[] first = row.getBytes(2);
                if (first == null) {
                    if (!row.getBoolean(1)) {
                        throw inUse();
                    }
                    return null;
                }
                if (!Arrays.equals(first, fingerprint)) {
                    throw new Refusal(
                            422, "idempotency-key-reused", "This Idempotency-Key was used for another request.");
                }
                return answer(row.getInt(3), row.getString(4), row.getString(5), row.getString(6))
                        .header("Idempotent-Replayed", true)
                        .build();
            }
        }
    }

    private Response keep(Key key, byte[] fingerprint, Response response) throws SQLException, JsonProcessingException {
        String body = response.hasEntity() ? json.writeValueAsString(response.getEntity()) : null;
        String location = response.getHeaderString(HttpHeaders.LOCATION);
        String etag = response.getHeaderString(HttpHeaders.ETAG);
        try (Connection connection = database.getConnection();
                PreparedStatement keep = connection.prepareStatement(KEEP)) {
            key.bind(keep);
            keep.setBytes(4, fingerprint);
            keep.setInt(5, response.getStatus());
            keep.setString(6, location);
            keep.setString(7, etag);
            keep.setString(8, body);
            keep.setObject(9, now());
            keep.setObject(10, now().minus(KEPT));
            if (keep.executeUpdate() == 0) {
                // The first request committed between our look and our lock: give up ours, its retry reads the answer.
                throw inUse();
            }
        }
        return answer(response.getStatus(), location, etag, body).build();
    }

    private static Refusal inUse() {
        return new Refusal(409, "idempotency-key-in-use", "The first request with this key is still running.")
                .retryAfter(Duration.ofSeconds(1));
    }

    private static Response.ResponseBuilder answer(int status, String location, String etag, String body) {
        Response.ResponseBuilder answer = Response.status(status).header(HttpHeaders.ETAG, etag);
        if (location != null) {
            answer.location(URI.create(location));
        }
        return body == null ? answer : answer.entity(body).type(MediaType.APPLICATION_JSON_TYPE);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    @Scheduled(every = "1h", delayed = "1m", identity = "forget-idempotency-keys")
    void forget() {
        QuarkusTransaction.requiringNew().call(() -> {
            try (Connection connection = database.getConnection();
                    PreparedStatement forget =
                            connection.prepareStatement("DELETE FROM idempotency_record WHERE created_at <= ?")) {
                forget.setObject(1, now().minus(KEPT));
                return forget.executeUpdate();
            }
        });
    }

    /**
     * Forgets the answers to this account and its clients, and those in which it, or any other id, is named; in the
     * running transaction. For who or what is erased.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void forget(UUID id) {
        try (Connection connection = database.getConnection();
                PreparedStatement forget = connection.prepareStatement(FORGET)) {
            forget.setString(1, id.toString());
            forget.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot forget answers", e);
        }
    }

    private record Key(String caller, String endpoint, String key) {
        void bind(PreparedStatement statement) throws SQLException {
            statement.setString(1, caller);
            statement.setString(2, endpoint);
            statement.setString(3, key);
        }
    }
}
