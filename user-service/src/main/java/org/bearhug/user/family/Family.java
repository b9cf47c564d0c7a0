package org.bearhug.user.family;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.bearhug.kit.Refusal;
import org.bearhug.kit.Versions;
import org.bearhug.kit.Versions.Versioned;
import org.bearhug.user.account.AccountView;
import org.bearhug.user.account.Accounts;
import org.bearhug.user.audit.Act;
import org.bearhug.user.audit.Audit;

/** The children of a carer. */
@ApplicationScoped
class Family {

    /** How many one carer can have here. */
    static final int LIMIT = 12;

    @Inject
    Accounts accounts;

    @Inject
    ChildFacts facts;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    /** All of a carer's, in the order they were entered. */
    @Transactional
    List<ChildView> of(UUID carer) {
        return Child.of(carer).stream().map(ChildView::of).toList();
    }

    @Transactional
    Versioned<ChildView> get(UUID carer, UUID id) {
        return Child.of(carer, id).orElseThrow(() -> Refusal.notFound("child")).versioned();
    }

    @Transactional
    Versioned<ChildView> add(UUID carerId, NewChild wish) {
        AccountView carer = accounts.lock(carerId);
        requireRoom(carerId);
        Child child = Child.from(wish, carerId, clock.instant());
        check(child, carer);
        child.persistAndFlush();
        facts.changed(child);
        audit.note(Act.CHILD_ADDED, carerId, child.id);
        return child.versioned();
    }

    /** Lets nobody have more children than allowed; their account is locked. */
    static void requireRoom(UUID carer) {
        if (ChildCarer.count("carerId", carer) >= LIMIT) {
            throw new Refusal(409, "too-many-children", "There can be " + LIMIT + " children in one account.");
        }
    }

    @Transactional
    Versioned<ChildView> change(UUID carerId, UUID id, String ifMatch, ChildChange change) {
        AccountView carer = accounts.get(carerId);
        Child child = locked(carerId, id);
        Versions.require(ifMatch, child.version);
        child.name = change.name() == null ? child.name : change.name();
        child.bornOn = change.bornOn() == null ? child.bornOn : change.bornOn();
        child.dueOn = change.dueOn(child.dueOn);
        if (change.bornOn() != null || change.dueOn() != null) {
            check(child, carer);
        }
        long before = child.version;
        child.persistAndFlush();
        if (child.version != before) {
            facts.changed(child);
            audit.note(Act.CHILD_CHANGED, carerId, id);
        }
        return child.versioned();
    }

    private void check(Child child, AccountView carer) {
        new BirthDates(child.bornOn, child.dueOn).check(LocalDate.ofInstant(clock.instant(), carer.zone()));
    }

    /**
     * Erases a child, everywhere.
     *
     * @throws Refusal 404 for another's, 409 {@code child-is-shared}: nobody erases it for the others
     */
    @Transactional
    void erase(UUID carer, UUID id) {
        Child child = locked(carer, id);
        if (ChildCarer.of(id).size() > 1) {
            throw new Refusal(409, "child-is-shared", "Others care for this child too. You can leave instead.");
        }
        child.delete();
        facts.erased(child);
        audit.note(Act.CHILD_ERASED, carer, id);
    }

    private static Child locked(UUID carer, UUID id) {
        return Child.lockedOf(carer, id).orElseThrow(() -> Refusal.notFound("child"));
    }
}
