package org.bearhug.user.family;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bearhug.kit.Refusal;
import org.bearhug.kit.Versions.Versioned;
import org.bearhug.user.account.AccountView;
import org.bearhug.user.account.Accounts;
import org.bearhug.user.audit.Act;
import org.bearhug.user.audit.Audit;
import org.bearhug.user.mail.LetterKind;
import org.bearhug.user.mail.Letters;
import org.bearhug.user.secret.Secret;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Asking somebody to share a child, by mail, and saying yes. Locks are taken in one order: the account, then the child. */
@ApplicationScoped
class Invitations {

    private static final Duration VALID = Duration.ofDays(7);

    @Inject
    Accounts accounts;

    @Inject
    ChildFacts facts;

    @Inject
    Letters letters;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    @ConfigProperty(name = "bearhug.public-url")
    String publicUrl;

    /**
     * Writes a letter; it names neither the child nor who invites, since anybody can be written to.
     *
     * @throws Refusal 404 for another's child, 409 {@code too-many-carers}, {@code too-many-invitations}
     */
    @Transactional
    void invite(UUID carer, UUID childId, String email) {
        Child.lockedOf(carer, childId).orElseThrow(() -> Refusal.notFound("child"));
        requireSeat(ChildCarer.of(childId));
        if (ChildInvitation.openOf(childId, clock.instant()) >= ChildInvitation.LIMIT) {
            throw new Refusal(
                    409, "too-many-invitations", "Many were invited already. Wait until they answer, or a few days.");
        }
        Secret token = Secret.random();
        ChildInvitation.of(childId, carer, email, token, clock.instant().plus(VALID))
                .persist();
        letters.write(LetterKind.CARER_INVITED, email, Map.of("link", publicUrl + "/invitation?token=" + token.text()));
        audit.note(Act.CARER_INVITED, carer, childId);
    }

    private static void requireSeat(List<UUID> carers) {
        if (carers.size() >= ChildCarer.LIMIT) {
            throw new Refusal(409, "too-many-carers", "A child can have " + ChildCarer.LIMIT + " carers here.");
        }
    }

    /**
     * Shares the child with who was invited. Saying it again, for who has said it, is as once.
     *
     * @throws Refusal 400 {@code invalid-token} for one that is unknown, too old, used by another or sent to another
     *     address than that of the account; 409 {@code too-many-children}, {@code too-many-carers}
     */
    @Transactional
    Versioned<ChildView> accept(UUID carerId, String text) {
        byte[] token = new Secret(text).hash();
        AccountView carer = accounts.lock(carerId);
        UUID childId = ChildInvitation.open(token, clock.instant()).orElseThrow(Invitations::invalid).childId;
        Child child = Child.locked(childId).orElseThrow(Invitations::invalid);
        ChildInvitation invitation = ChildInvitation.locked(token).orElseThrow(Invitations::invalid);
        boolean meant = Secret.same(invitation.emailHash, new Secret(carer.email()).hash());
        if (!meant || (invitation.acceptedBy != null && !invitation.acceptedBy.equals(carerId))) {
            throw invalid();
        }
        List<UUID> carers = ChildCarer.of(childId);
        if (!carers.contains(carerId)) {
            if (invitation.acceptedBy != null) {
                throw invalid();
            }
            requireSeat(carers);
            Family.requireRoom(carerId);
            ChildCarer.join(childId, carerId, clock.instant());
            child.grow();
            facts.changed(child);
            audit.note(Act.CARER_JOINED, carerId, invitation.invitedBy, childId);
        }
        invitation.acceptedBy = carerId;
        return child.versioned();
    }

    private static Refusal invalid() {
        return new Refusal(
                400, "invalid-token", "This invitation has run out, or it was sent to another address than yours.");
    }

    @Scheduled(every = "1h", delayed = "7m", identity = "forget-invitations")
    @Transactional
    void forget() {
        ChildInvitation.delete("expiresAt <= ?1", clock.instant());
    }
}
