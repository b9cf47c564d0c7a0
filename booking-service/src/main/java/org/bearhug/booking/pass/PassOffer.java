package org.bearhug.booking.pass;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.UuidGenerator;

/** So many sessions in advance at a price; it never changes, it is only withdrawn. */
@Entity
class PassOffer extends PanacheEntityBase {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    UUID instructorId;

    String title;

    int units;

    long amount;

    String currency;

    int validWeeks;

    UUID[] courseIds;

    Instant madeAt;

    Instant withdrawnAt;

    static Optional<PassOffer> of(UUID instructor, UUID id) {
        return find("id = ?1 and instructorId = ?2", id, instructor).firstResultOptional();
    }

    static Optional<PassOffer> forSale(UUID id) {
        return find("id = ?1 and withdrawnAt is null", id).firstResultOptional();
    }

    /** The newest first, below this one, of those that are for sale. */
    static List<PassOffer> page(UUID instructor, UUID before, int size) {
        return find("instructorId = ?1 and id < ?2 and withdrawnAt is null order by id desc", instructor, before)
                .page(0, size)
                .list();
    }
}
