package org.bearhug.user.profile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.bearhug.kit.Versions;
import org.bearhug.user.account.Accounts;
import org.bearhug.user.audit.Act;
import org.bearhug.user.audit.Audit;

/** The profiles of instructors. */
@ApplicationScoped
class Profiles {

    @Inject
    Accounts accounts;

    @Inject
    Audit audit;

    /** A profile and the version that was read; 0 for one that is not there yet. */
    record Versioned(ProfileView profile, long version) {}

    @Transactional
    Versioned read(UUID account) {
        return versioned(InstructorProfile.of(account));
    }

    @Transactional
    Versioned set(UUID account, String ifMatch, ProfileView wish) {
        accounts.lock(account);
        InstructorProfile profile = InstructorProfile.of(account);
        Versions.require(ifMatch, versioned(profile).version());
        if (!ProfileView.of(profile).equals(wish)) {
            profile.about = wish.about();
            profile.photoUrl = wish.photoUrl();
            profile.website = wish.website();
            profile.socialLinks = wish.socialLinks().toArray(String[]::new);
            profile.persistAndFlush();
            audit.note(Act.PROFILE_CHANGED, account);
        }
        return versioned(profile);
    }

    private static Versioned versioned(InstructorProfile profile) {
        return new Versioned(ProfileView.of(profile), profile.isPersistent() ? profile.version + 1 : 0);
    }
}
