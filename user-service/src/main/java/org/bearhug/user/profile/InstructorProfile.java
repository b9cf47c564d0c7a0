package org.bearhug.user.profile;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.UUID;

/** What an instructor tells everybody; each has one at most. */
@Entity
class InstructorProfile extends PanacheEntityBase {

    @Id
    UUID accountId;

    String about;

    String photoUrl;

    String website;

    String[] socialLinks = {};

    @Version
    long version;

    /** The one there is, or an empty one. */
    static InstructorProfile of(UUID account) {
        return InstructorProfile.<InstructorProfile>findByIdOptional(account).orElseGet(() -> {
            InstructorProfile empty = new InstructorProfile();
            empty.accountId = account;
            return empty;
        });
    }
}
