package org.bearhug.booking.voucher;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.bearhug.booking.memory.Lookup;
import org.bearhug.booking.money.Discount;

/**
 * Vouchers by their names, as far as they are remembered. Whether one was withdrawn, and what is left of it, the database is asked
 * whenever somebody books with it.
 */
@ApplicationScoped
public class KnownVouchers {

    private static final int MOST = 1_000;
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private static final String VOUCHERS =
            """
            SELECT id, instructor_id, code, percent, amount, currency, uses_per_family, valid_from, valid_until, course_ids
              FROM voucher
             WHERE (instructor_id, code) IN (SELECT * FROM unnest(CAST(? AS uuid[]), CAST(? AS text[])))
               AND withdrawn_at IS NULL""";

    private final Cache<VoucherName, VoucherTerms> vouchers =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(LONGEST).build();

    @Inject
    DataSource database;

    /** These by name; those that are not there, or not any more, are left out. */
    public Map<VoucherName, VoucherTerms> recall(Set<VoucherName> names) {
        return vouchers.getAll(names, unknown -> read(List.copyOf(unknown)));
    }

    /** Lets go of these, by their ids. */
    public void forget(Collection<UUID> ids) {
        vouchers.asMap().values().removeIf(voucher -> ids.contains(voucher.id()));
    }

    private Map<VoucherName, VoucherTerms> read(List<VoucherName> names) {
        return Lookup.of(
                        database,
                        VOUCHERS,
                        row -> Map.entry(new VoucherName(row.getObject(2, UUID.class), row.getString(3)), terms(row)),
                        keys("uuid", names, VoucherName::instructor),
                        keys("text", names, VoucherName::code))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Lookup.Keys keys(String type, List<VoucherName> names, Function<VoucherName, Object> part) {
        return new Lookup.Keys(type, names.stream().map(part).toArray());
    }

    private static VoucherTerms terms(ResultSet row) throws SQLException {
        return new VoucherTerms(
                row.getObject(1, UUID.class),
                new Discount(row.getString(3), row.getObject(4, Integer.class), row.getObject(5, Long.class)),
                row.getString(6),
                row.getObject(7, Integer.class),
                time(row, 8),
                time(row, 9),
                List.of((UUID[]) row.getArray(10).getArray()));
    }

    private static Instant time(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
