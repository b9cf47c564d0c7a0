package org.bearhug.user.profile;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.hibernate.validator.constraints.URL;

/** What an instructor tells of themselves, in and out. Links are shown to everybody, so nothing but https. */
record ProfileView(
        @Size(min = 1, max = 2000) @Pattern(regexp = "[^\\p{Cc}&&[^\\n\\t]]*", message = "must be a text") String about,
        @Size(max = 500) @URL(protocol = "https") String photoUrl,
        @Size(max = 500) @URL(protocol = "https") String website,
        @NotNull @Size(max = 8) List<@NotNull @Size(max = 500) @URL(protocol = "https") String> socialLinks) {

    ProfileView {
        about = about == null ? null : about.strip();
    }

    static ProfileView of(InstructorProfile profile) {
        return new ProfileView(profile.about, profile.photoUrl, profile.website, List.of(profile.socialLinks));
    }
}
