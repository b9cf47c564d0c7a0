package org.bearhug.e2e;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
            "bookings.refund.cause",
            "bookings.stripe_event.id",
            "bookings.stripe_event.type",
            "bookings.stripe_event.object_ref",
            "bookings.stripe_event.intent_ref",
            "bookings.stripe_event.status",
            // types and reasons from fixed lists, ids, and what an address outside answered: nobody does here
            "bookings.webhook_endpoint.types",
            "bookings.webhook_endpoint.disabled_why",
            "bookings.webhook_delivery.type",
            "bookings.webhook_delivery.data",
            "bookings.webhook_delivery.problem",
            "bookings.webhook_delivery.response");

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

    /** Those of any type in which this word stands, as text or as bytes. Each table is read once. */
    static List<String> with(String word) {
        return SCHEMAS.stream().flatMap(schema -> with(schema, word).stream()).toList();
    }

    private static List<String> with(String schema, String word) {
        Map<String, List<String>> tables = columns(schema, "").stream()
                .map(column -> column.split("\\."))
                .collect(groupingBy(names -> names[1], TreeMap::new, mapping(names -> names[2], toList())));
        try (Connection connection = House.database(schema)) {
            List<String> found = new ArrayList<>();
            for (Map.Entry<String, List<String>> table : tables.entrySet()) {
                holding(connection, table.getKey(), table.getValue(), word).stream()
                        .map(column -> schema + "." + table.getKey() + "." + column)
                        .forEach(found::add);
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> holding(Connection connection, String table, List<String> columns, String word)
            throws SQLException {
        String bytes = HexFormat.of().formatHex(word.getBytes(StandardCharsets.UTF_8));
        String question = columns.stream()
                .map(column -> "bool_or(\"%1$s\"::text ILIKE '%%%2$s%%' OR \"%1$s\"::text LIKE '%%%3$s%%')"
                        .formatted(column, word, bytes))
                .collect(joining(", ", "SELECT ", " FROM \"" + table + "\""));
        try (ResultSet row = connection.createStatement().executeQuery(question)) {
            row.next();
            List<String> found = new ArrayList<>();
            for (int i = 0; i < columns.size(); i++) {
                if (row.getBoolean(i + 1)) {
                    found.add(columns.get(i));
                }
            }
            return found;
        }
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
