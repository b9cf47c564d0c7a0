package org.bearhug.booking.announcement;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.UuidGenerator;

/** What was written to a group and to how many, for its instructor to look up. To whom is not kept. */
@Entity
@Immutable
class Announcement extends PanacheEntityBase {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;

    UUID instructorId;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind")
    Group group;

    UUID groupId;

    String title;

    String words;

    int letters;

    Instant sentAt;

    /** The newest first, below this one; of one group when it is named. */
    static List<Announcement> page(UUID instructor, UUID group, UUID before, int size) {
        String order = " order by id desc";
        return (group == null
                        ? find("instructorId = ?1 and id < ?2" + order, instructor, before)
                        : find("instructorId = ?1 and id < ?2 and groupId = ?3" + order, instructor, before, group))
                .page(0, size)
                .list();
    }

    /** Of this instructor, since this instant, the oldest first. */
    static List<Announcement> since(UUID instructor, Instant since) {
        return list("instructorId = ?1 and sentAt > ?2 order by id", instructor, since);
    }
}
