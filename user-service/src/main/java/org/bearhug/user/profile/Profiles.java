package org.bearhug.user.profile;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.bearhug.kit.Versions;
import org.bearhug.kit.Versions.Versioned;
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

    @Transactional
    Versioned<ProfileView> read(UUID account) {
        return versioned(InstructorProfile.of(account));
    }

    @Transactional
    Versioned<ProfileView> set(UUID account, String ifMatch, ProfileView wish) {
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

    /** The version is 0 for one that is not there yet. */
    private static Versioned<ProfileView> versioned(InstructorProfile profile) {
        return new Versioned<>(ProfileView.of(profile), profile.isPersistent() ? profile.version + 1 : 0);
    }
}
