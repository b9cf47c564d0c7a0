package org.bearhug.booking.desk;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bearhug.booking.memory.Remembered.Fact;
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
            new Column<>("boolean", wish -> wish.draft() == null && !wish.late()),
            new Column<>("boolean", TakeAll.Wish::late),
            new Column<>("uuid", wish -> wish.source().hold()),
            new Column<>("boolean", wish -> wish.source().withVoucher()),
            new Column<>("uuid", wish -> wish.source().credit()),
            new Column<>("uuid", wish -> wish.source().passId()),
            new Column<>("text", wish -> wish.source().passTitle()),
            new Column<>("uuid", wish -> wish.source().voucher()),
            new Column<>("uuid", wish -> wish.asked().booking().carer()),
            wanted("uuid", Wanted::blockId),
            wanted("uuid", Wanted::sessionId),
            wanted("text", wanted -> literal(wanted.childIds())),
            drafted("text", draft -> literal(draft.agreement().sessionIds())),
            drafted("uuid", Draft::id),
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
            drafted("uuid", Draft::instructor),
            drafted("uuid", draft -> draft.due() == null ? null : draft.due().id()),
            drafted("timestamptz", Draft::until),
            drafted("text", Draft::location),
            drafted("text", Draft::body),
            paidFirst("timestamptz", draft -> PendingBookings.kept(draft.toPay().until())),
            paidFirst("timestamptz", draft -> draft.toPay().pageEndsAt()),
            drafted("text", Draft::news));

    private static final List<Column<Spot>> SPOTS = List.of(
            new Column<>("bigint", Spot::nth),
            new Column<>("uuid", spot -> spot.place().id()),
            new Column<>("uuid", spot -> spot.place().sessionId()),
            new Column<>("uuid", spot -> spot.place().childId()),
            new Column<>("bigint", spot -> spot.place().price()),
            new Column<>("text", Spot::fact));

    private static final List<Column<Fact<?>>> FACTS =
            List.of(new Column<>("uuid", Fact::id), new Column<>("bigint", Fact::version));

    /** The parameters of each of the first two, as the statement has them. */
    static final String WISHES_IN_SQL = parameters(WISHES);

    static final String SPOTS_IN_SQL = parameters(SPOTS);

    private SheetColumns() {}

    /** @param value of the row, or null */
    private record Column<R>(String type, Function<R, Object> value) {

        /** The driver sends arrays of strings as they are; of all others it would make one text with more ado than we do. */
        void bind(PreparedStatement statement, int parameter, List<R> rows) throws SQLException {
            if (type.equals("text")) {
                String[] texts = rows.stream().map(value).toArray(String[]::new);
                statement.setArray(parameter, statement.getConnection().createArrayOf(type, texts));
            } else {
                statement.setString(parameter, literal(rows.stream().map(value)));
            }
        }
    }

    /** @param nth wish, from one on */
    private record Spot(long nth, Place place, String fact) {}

    private static Column<TakeAll.Wish> asked(String type, Function<Claim, Object> value) {
        return new Column<>(type, wish -> value.apply(wish.asked().booking().claim()));
    }

    private static Column<TakeAll.Wish> wanted(String type, Function<Wanted, Object> value) {
        return new Column<>(
                type,
                wish -> wish.asked().wanted() == null
                        ? null
                        : value.apply(wish.asked().wanted()));
    }

    private static Column<TakeAll.Wish> drafted(String type, Function<Draft, Object> value) {
        return new Column<>(type, wish -> wish.draft() == null ? null : value.apply(wish.draft()));
    }

    private static Column<TakeAll.Wish> paidFirst(String type, Function<Draft, Object> value) {
        return drafted(type, draft -> draft.toPay() == null ? null : value.apply(draft));
    }

    /** An array within an array: rows have not all as many sessions. */
    private static String literal(List<?> values) {
        return literal(values.stream());
    }

    private static String literal(Stream<?> values) {
        return values.map(SheetColumns::quoted).collect(Collectors.joining(",", "{", "}"));
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

    /** The same for facts that are known. */
    static int bindFacts(PreparedStatement statement, int first, List<Fact<?>> facts) throws SQLException {
        return bind(statement, first, FACTS, facts);
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
            column.bind(statement, next++, rows);
        }
        return next;
    }
}
