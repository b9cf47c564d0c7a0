package org.bearhug.user.family;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.bearhug.user.account.AccountView;
import org.bearhug.user.secret.Secret;

/** The children of somebody who is erased: they go too, but those whom others care for stay with them. */
@ApplicationScoped
public class FamilyErasure {

    @Inject
    Carers carers;

    @Inject
    ChildFacts facts;

    /** How many children were erased, and how many stay with others. */
    public record Done(int childrenErased, int childrenLeftToOthers) {}

    /** In the running transaction, in which the account is locked. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Done erase(AccountView account) {
        int left = 0;
        List<UUID> children = ChildCarer.childrenOf(account.id());
        for (UUID id : children) {
            Child child = Child.lockedOf(account.id(), id).orElseThrow();
            if (carers.leave(account.id(), child)) {
                left++;
            } else {
                child.delete();
                Child.flush();
                facts.erased(child);
            }
        }
        ChildInvitation.delete("emailHash", new Secret(account.email()).hash());
        return new Done(children.size() - left, left);
    }
}
