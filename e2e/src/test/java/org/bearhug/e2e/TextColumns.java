package org.bearhug.e2e;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** All columns of the three schemas, as the database itself lists them, so that none that is added later is forgotten. */
final class TextColumns {

    private static final List<String> SCHEMAS = List.of("users", "courses", "bookings");

    /** Columns of these names hold a word from a fixed list or a checked shape, in whatever table. */
    private static final Set<String> CODES = Set.of(
            "state",
            "role",
            "kind",
            "method",
            "mark",
            "attendance",
            "currency",
            "price_currency",
            "drop_in_currency",
            "early_currency",
            "minimum_currency",
            "drop_in_minimum_currency",
            "line_codes",
            "line_amounts",
            "shares",
            "time_zone",
            "locale",
            "language",
            "clock_change",
            "waiting",
            "scopes",
            "consents",
            "consent",
            "transports",
            "act",
            "service");

    /** No search finds what is sealed or hashed; the services' own tests look into these. */
    private static final Set<String> SEALED = Set.of(
            "password_hash",
            "sealed",
            "sealed_link",
            "sealed_private_key",
            "sealed_verifier",
            "access_token",
            "refresh_token");

    /** Of the tools and the kit, in each schema; what of a person lies in facts and answers is found by the search. */
    private static final Set<String> TOOLS = Set.of(
            "flyway_schema_history", "feed_position", "idempotency_record", "outbox", "scheduled_tasks", "zoom_rate");

    /** Each for a reason of its own. */
    private static final Set<String> OTHERS = Set.of(
            // an address in clear only while a letter waits, which is moments: LettersTest
            "users.letter.recipient",
            "users.signing_key.kid",
            // "Firefox on Android": made by us of what the browser says
            "users.login_device.name",
            "users.login_session.device_name",
            // numbers by our own names
            "users.erasure_report.did",
            // Zoom is not connected here: ErasedTopicsTest, LeavingTest; ids that Zoom made up
            "courses.zoom_host.name",
            "courses.zoom_meeting.topic",
            "courses.zoom_meeting.told",
            "courses.zoom_meeting.problem",
            "courses.zoom_run.uuid",
            "courses.zoom_presence.run_uuid",
            "courses.zoom_presence.user_id",
            "courses.zoom_presence.registrant_id",
            "courses.zoom_way_in.registrant_id",
            // a code, and the id that a payment has elsewhere
            "bookings.money_entry.reason",
            "bookings.money_entry.reference",
            // nobody pays by Stripe here: its ids and words
            "bookings.payment.provider",
            "bookings.payment.session_ref",
            "bookings.payment.intent_ref",
            "bookings.payment.url",
            "bookings.payment.problem",
            "bookings.payment.dispute",
            "bookings.refund.refund_ref",
            "bookings.refund.problem",
            "bookings.stripe_event.id",
            "bookings.stripe_event.type",
            "bookings.stripe_event.object_ref",
            "bookings.stripe_event.intent_ref",
            "bookings.stripe_event.status");

    private TextColumns() {}

    /** Those in which text can stand and nobody has said why a person's word cannot. */
    static List<String> ofWords() {
        return columns(
                        "AND data_type IN ('text', 'character varying', 'jsonb', 'json', 'ARRAY') AND udt_name <> '_uuid'")
                .filter(column -> !OTHERS.contains(column) && !isTechnical(column.split("\\.")))
                .toList();
    }

    private static boolean isTechnical(String[] names) {
        return TOOLS.contains(names[1]) || CODES.contains(names[2]) || SEALED.contains(names[2]);
    }

    /** Those of any type in which this word stands, as text or as bytes. */
    static List<String> with(String word) {
        String bytes = HexFormat.of().formatHex(word.getBytes(StandardCharsets.UTF_8));
        return columns("").filter(column -> holds(column, word, bytes)).toList();
    }

    private static boolean holds(String column, String word, String bytes) {
        String[] names = column.split("\\.");
        return House.number(
                        names[0],
                        "SELECT count(*) FROM \"%s\" WHERE \"%s\"::text ILIKE '%%%s%%' OR \"%s\"::text LIKE '%%%s%%'"
                                .formatted(names[1], names[2], word, names[2], bytes))
                > 0;
    }

    /** Schema, table and column, with dots between them. */
    private static Stream<String> columns(String condition) {
        return SCHEMAS.stream().flatMap(schema -> columns(schema, condition).stream());
    }

    private static List<String> columns(String schema, String condition) {
        try (Connection connection = House.database(schema);
                ResultSet row = connection
                        .createStatement()
                        .executeQuery("SELECT table_schema || '.' || table_name || '.' || column_name"
                                + " FROM information_schema.columns WHERE table_schema = '" + schema + "' " + condition
                                + " ORDER BY 1")) {
            List<String> columns = new ArrayList<>();
            while (row.next()) {
                columns.add(row.getString(1));
            }
            return columns;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
