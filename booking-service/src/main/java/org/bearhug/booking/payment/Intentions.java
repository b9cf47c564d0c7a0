package org.bearhug.booking.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.bearhug.booking.money.Money;
import org.bearhug.booking.money.Purchase;

/** What is to be paid by Stripe, read and written between two calls of it: each time by one way to the database and back. */
@ApplicationScoped
class Intentions {

    private static final String READ =
            """
            SELECT p.id, p.booking_id, p.pass_id, coalesce(b.title, s.title), p.amount, p.currency, p.until, p.page_ends_at,
                   p.provider, p.state, p.keeps_seats AND p.session_ref IS NULL, p.problem
              FROM payment p
              LEFT JOIN booking b ON b.id = p.booking_id
              LEFT JOIN pass s ON s.id = p.pass_id
             WHERE %s = ?
             ORDER BY p.id DESC
             LIMIT 1""";

    private static final String BY_ID = READ.formatted("p.id");

    private static final String LATEST = READ.formatted("p.%1$s_id");

    /** Two statements on one way, and one transaction. What was bought is locked before its payment, as everywhere. */
    private static final String OPENED =
            """
            SELECT FROM %1$s WHERE id = ? FOR NO KEY UPDATE;
            UPDATE payment SET state = 'OPEN', session_ref = ?, url = ?, version = version + 1 WHERE id = ? AND state = 'OPENING'""";

    @Inject
    DataSource database;

    /**
     * How something is paid, or was tried to be paid last.
     *
     * @param hadNoPage nothing came of what was bought, if this failed
     */
    record Standing(
            Intended intended, Payment.Provider provider, Payment.State state, boolean hadNoPage, String problem) {

        boolean isByStripe() {
            return provider == Payment.Provider.STRIPE;
        }

        boolean isUnderWay() {
            return Payment.UNDER_WAY.contains(state);
        }

        /** For a page. */
        boolean isWaiting() {
            return state == Payment.State.OPENING;
        }

        /** Stripe refused to open the page, so that nothing came of what it was for. */
        boolean wasRefused() {
            return state == Payment.State.FAILED && hadNoPage;
        }
    }

    /** The newest for this. */
    Optional<Standing> latestOf(Purchase purchase) {
        return read(purchase.kind().in(LATEST), purchase.id());
    }

    /** This payment, as long as there is no page for it. */
    Optional<Intended> waiting(UUID payment) {
        return read(BY_ID, payment).filter(Standing::isWaiting).map(Standing::intended);
    }

    private Optional<Standing> read(String query, UUID id) {
        try (Connection connection = database.getConnection();
                PreparedStatement read = connection.prepareStatement(query)) {
            read.setObject(1, id);
            try (ResultSet row = read.executeQuery()) {
                return row.next() ? Optional.of(standing(row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read a payment", e);
        }
    }

    private static Standing standing(ResultSet row) throws SQLException {
        Intended intended = new Intended(
                row.getObject(1, UUID.class),
                Purchase.of(row.getObject(2, UUID.class), row.getObject(3, UUID.class)),
                row.getString(4),
                new Money(row.getLong(5), row.getString(6)),
                time(row, 7),
                time(row, 8));
        return new Standing(
                intended,
                Payment.Provider.valueOf(row.getString(9)),
                Payment.State.valueOf(row.getString(10)),
                row.getBoolean(11),
                row.getString(12));
    }

    private static Instant time(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /** There is a page for it now; false when it does not wait for one any more. */
    boolean opened(Intended payment, PaidPage page) {
        try (Connection connection = database.getConnection();
                PreparedStatement opened =
                        connection.prepareStatement(payment.purchase().kind().in(OPENED))) {
            opened.setObject(1, payment.purchase().id());
            opened.setString(2, page.id());
            opened.setString(3, page.url());
            opened.setObject(4, payment.id());
            opened.execute();
            opened.getMoreResults();
            return opened.getUpdateCount() == 1;
        } catch (SQLException e) {
            throw new IllegalStateException("cannot write down a page", e);
        }
    }
}
