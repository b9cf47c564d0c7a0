package org.bearhug.kit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.UUID;
import javax.sql.DataSource;
import org.bearhug.kit.Idempotency.Claim;
import org.bearhug.kit.Idempotency.Kept;

/** The answers that are kept under Idempotency-Keys. */
@ApplicationScoped
class StoredAnswers {

    static final String REPLAYED = "Idempotent-Replayed";

    private static final Duration KEPT = Duration.ofHours(24);

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

    /** The same of many, whose keys are claimed one by one in the order in which they are read. */
    static final String CLAIM_ALL =
            """
            SELECT w.nth,
                   pg_try_advisory_xact_lock(hashtextextended(concat_ws(E'\\n', w.caller, w.endpoint, w.key), 0)) AS free,
                   r.key IS NOT NULL AS stored, r.fingerprint, r.status, r.location, r.etag, r.body
              FROM %s w
              -- Each looked up by its key, however small the table was when this was planned.
              LEFT JOIN LATERAL (
                    SELECT *
                      FROM idempotency_record
                     WHERE (caller, endpoint, key) = (w.caller, w.endpoint, w.key)
                       AND created_at > w.now - interval '24 hours'
                    OFFSET 0) r ON true""";

    static final String KEEP_ALL =
            """
            INSERT INTO idempotency_record AS r (caller, endpoint, key, fingerprint, status, location, body, created_at)
            SELECT caller, endpoint, key, decode(fingerprint, 'base64'), status, location, body, now
              FROM %s
                ON CONFLICT (caller, endpoint, key) DO UPDATE
               SET (fingerprint, status, location, etag, body, created_at) =
                   (excluded.fingerprint, excluded.status, excluded.location, NULL, excluded.body,
                    -- Not forgotten yet: no time is none that this column takes, so nothing of the statement happens.
                    CASE WHEN r.created_at <= excluded.created_at - interval '24 hours' THEN excluded.created_at END)""";

    private static final String FORGET =
            """
            DELETE FROM idempotency_record r USING unnest(?::text[]) AS s (id)
             WHERE starts_with(r.caller, s.id) OR strpos(r.body, s.id) > 0 OR strpos(r.endpoint, s.id) > 0""";

    @Inject
    DataSource database;

    @Inject
    ObjectMapper json;

    @Inject
    Clock clock;

    private static void bind(Claim claim, PreparedStatement statement) throws SQLException {
        statement.setString(1, claim.caller());
        statement.setString(2, claim.endpoint());
        statement.setString(3, claim.key());
    }

    /**
     * The stored answer, or null when this request is the first and may have its effect in the running transaction.
     *
     * @throws Refusal 409 while the first request runs, 422 when the key came with another request
     */
    Response claim(Claim asked) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement claim = connection.prepareStatement(CLAIM)) {
            bind(asked, claim);
            claim.setObject(4, now().minus(KEPT));
            try (ResultSet row = claim.executeQuery()) {
                row.next();
                byte[] first = row.getBytes(2);
                if (first == null) {
                    if (!row.getBoolean(1)) {
                        throw Idempotency.inUse();
                    }
                    return null;
                }
                return again(
                        asked, new Kept(first, row.getInt(3), row.getString(4), row.getString(5), row.getString(6)));
            }
        }
    }

    static Response again(Claim asked, Kept kept) {
        if (!Arrays.equals(kept.fingerprint(), asked.fingerprint())) {
            throw new Refusal(422, "idempotency-key-reused", "This Idempotency-Key was used for another request.");
        }
        return answer(kept.status(), kept.location(), kept.etag(), kept.body())
                .header(REPLAYED, true)
                .build();
    }

    /** Keeps the answer in the running transaction, and returns it as it will be given again. */
    Response keep(Claim claim, Response response) throws SQLException, JsonProcessingException {
        String body = response.hasEntity() ? json.writeValueAsString(response.getEntity()) : null;
        String location = response.getHeaderString(HttpHeaders.LOCATION);
        String etag = response.getHeaderString(HttpHeaders.ETAG);
        try (Connection connection = database.getConnection();
                PreparedStatement keep = connection.prepareStatement(KEEP)) {
            bind(claim, keep);
            keep.setBytes(4, claim.fingerprint());
            keep.setInt(5, response.getStatus());
            keep.setString(6, location);
            keep.setString(7, etag);
            keep.setString(8, body);
            keep.setObject(9, now());
            keep.setObject(10, now().minus(KEPT));
            if (keep.executeUpdate() == 0) {
                // The first request committed between our look and our lock: give up ours, its retry reads the answer.
                throw Idempotency.inUse();
            }
        }
        return answer(response.getStatus(), location, etag, body).build();
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

    /** Forgets the answers to these accounts and those in which one of these ids is named. */
    void forget(Collection<UUID> ids) {
        try (Connection connection = database.getConnection();
                PreparedStatement forget = connection.prepareStatement(FORGET)) {
            forget.setArray(
                    1,
                    connection.createArrayOf(
                            "text", ids.stream().map(UUID::toString).toArray()));
            forget.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot forget answers", e);
        }
    }
}
