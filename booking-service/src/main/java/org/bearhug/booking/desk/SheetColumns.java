package org.bearhug.booking.desk;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bearhug.booking.money.PriceLine;
import org.bearhug.kit.Idempotency.Claim;

/**
 * How wishes go to the database: an array for each column that {@code ledger/shared.sql} names, in its order. As one JSON
 * document they cost PostgreSQL more than all the judging.
 */
final class SheetColumns {

    private static final List<Column<TakeAll.Wish>> WISHES = List.of(
            asked("text", Claim::caller),
            asked("text", Claim::endpoint),
            asked("text", Claim::key),
            asked("text", claim -> Base64.getEncoder().encodeToString(claim.fingerprint())),
            new Column<>("boolean", wish -> wish.draft() == null),
            new Column<>("uuid", TakeAll.Wish::hold),
            drafted("text", draft -> literal(draft.agreement().sessionIds())),
            drafted("text", draft -> literal(draft.agreement().childIds())),
            drafted("uuid", Draft::id),
            drafted("uuid", draft -> draft.agreement().carerId()),
            drafted("uuid", draft -> draft.agreement().blockId()),
            drafted("uuid", draft -> draft.agreement().sessionId()),
            drafted("text", draft -> draft.agreement().title()),
            drafted("bigint", draft -> draft.agreement().price().total().amount()),
            drafted("text", draft -> draft.agreement().price().total().currency()),
            drafted("text", draft -> literal(Arrays.asList(draft.lines().lineCodes()))),
            drafted("text", draft -> literal(Arrays.asList(draft.lines().lineTexts()))),
            drafted("text", draft -> literal(Arrays.asList(draft.lines().lineAmounts()))),
            drafted("int", draft -> draft.agreement().terms().fullUntilDays()),
            drafted("int", draft -> draft.agreement().terms().partUntilDays()),
            drafted("int", draft -> draft.agreement().terms().partPercent()),
            drafted("int", draft -> draft.agreement().terms().makeUpWeeks()),
            drafted("int", draft -> draft.agreement().terms().makeUpsPerBlock()),
            drafted("boolean", draft -> PriceLines.contain(draft.lines(), PriceLine.Code.VOUCHER)),
            drafted("uuid", Draft::instructor),
            drafted("uuid", draft -> draft.due() == null ? null : draft.due().id()),
            drafted(
                    "timestamptz",
                    draft -> draft.due() == null ? null : draft.due().dueAt()),
            drafted("text", Draft::location),
            drafted("text", Draft::body));

    private static final List<Column<Spot>> SPOTS = List.of(
            new Column<>("bigint", Spot::nth),
            new Column<>("uuid", spot -> spot.place().id()),
            new Column<>("uuid", spot -> spot.place().sessionId()),
            new Column<>("uuid", spot -> spot.place().childId()),
            new Column<>("bigint", spot -> spot.place().price()),
            new Column<>("text", Spot::fact));

    /** The parameters of each of the two, as the statement has them. */
    static final String WISHES_IN_SQL = parameters(WISHES);

    static final String SPOTS_IN_SQL = parameters(SPOTS);

    private SheetColumns() {}

    /** @param value of the row, or null */
    private record Column<R>(String type, Function<R, Object> value) {

        Array of(Connection connection, List<R> rows) throws SQLException {
            Stream<Object> values = rows.stream().map(value);
            // The driver sends arrays of strings as they are, without making one literal of them.
            return connection.createArrayOf(
                    type, type.equals("text") ? values.toArray(String[]::new) : values.toArray());
        }
    }

    /** @param nth wish, from one on */
    private record Spot(long nth, Place place, String fact) {}

    private static Column<TakeAll.Wish> asked(String type, Function<Claim, Object> value) {
        return new Column<>(type, wish -> value.apply(wish.claim()));
    }

    private static Column<TakeAll.Wish> drafted(String type, Function<Draft, Object> value) {
        return new Column<>(type, wish -> wish.draft() == null ? null : value.apply(wish.draft()));
    }

    /** An array within an array: rows have not all as many sessions. */
    private static String literal(List<?> values) {
        return values.stream().map(SheetColumns::quoted).collect(Collectors.joining(",", "{", "}"));
    }

    private static String quoted(Object value) {
        return value instanceof String text
                ? '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"'
                : String.valueOf(value);
    }

    private static String parameters(List<? extends Column<?>> columns) {
        return columns.stream()
                .map(column -> "CAST(? AS " + column.type() + "[])")
                .collect(Collectors.joining(", "));
    }

    /** Sets the parameters from this one on; returns the next one. */
    static int bind(PreparedStatement statement, int first, List<TakeAll.Wish> wishes) throws SQLException {
        int next = bind(statement, first, WISHES, wishes);
        List<Spot> spots = IntStream.range(0, wishes.size())
                .boxed()
                .filter(nth -> wishes.get(nth).draft() != null)
                .flatMap(nth -> spots(nth + 1, wishes.get(nth).draft()))
                .toList();
        return bind(statement, next, SPOTS, spots);
    }

    private static Stream<Spot> spots(long nth, Draft draft) {
        return IntStream.range(0, draft.places().size())
                .mapToObj(each ->
                        new Spot(nth, draft.places().get(each), draft.facts().get(each)));
    }

    private static <R> int bind(PreparedStatement statement, int first, List<Column<R>> columns, List<R> rows)
            throws SQLException {
        int next = first;
        for (Column<R> column : columns) {
            statement.setArray(next++, column.of(statement.getConnection(), rows));
        }
        return next;
    }
}
