package org.bearhug.user.family;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.bearhug.kit.Outbox;
import org.bearhug.kit.Refusal;
import org.bearhug.kit.Versions;
import org.bearhug.user.account.AccountView;
import org.bearhug.user.account.Accounts;

/** The children of a carer. */
@ApplicationScoped
class Family {

    /** How many one carer can have here. */
    static final int LIMIT = 12;

    @Inject
    Accounts accounts;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    /** A child and the version that was read. */
    record Versioned(ChildView child, long version) {}

    /** All of a carer's, in the order they were entered. */
    @Transactional
    List<ChildView> of(UUID carer) {
        return Child.of(carer).stream().map(ChildView::of).toList();
    }

    @Transactional
    Versioned get(UUID carer, UUID id) {
        return versioned(Child.of(carer, id).orElseThrow(() -> Refusal.notFound("child")));
    }

    @Transactional
    Versioned add(UUID carerId, NewChild wish) {
        AccountView carer = accounts.lock(carerId);
        if (Child.count("carerId", carerId) >= LIMIT) {
            throw new Refusal(409, "too-many-children", "There can be " + LIMIT + " children in one account.");
        }
        Child child = new Child();
        child.carerId = carerId;
        child.name = wish.name();
        child.bornOn = wish.bornOn();
        child.dueOn = wish.dueOn();
        check(child, carer);
        child.createdAt = clock.instant();
        return keep(child);
    }

    @Transactional
    Versioned change(UUID carerId, UUID id, String ifMatch, ChildChange change) {
        AccountView carer = accounts.get(carerId);
        Child child = locked(carerId, id);
        Versions.require(ifMatch, child.version);
        child.name = change.name() == null ? child.name : change.name();
        child.bornOn = change.bornOn() == null ? child.bornOn : change.bornOn();
        child.dueOn = change.dueOn() == null ? child.dueOn : change.dueOn();
        if (change.bornOn() != null || change.dueOn() != null) {
            check(child, carer);
        }
        return keep(child);
    }

    private void check(Child child, AccountView carer) {
        new BirthDates(child.bornOn, child.dueOn).check(LocalDate.ofInstant(clock.instant(), carer.zone()));
    }

    private Versioned keep(Child child) {
        long before = child.version;
        boolean isNew = !child.isPersistent();
        child.persistAndFlush();
        if (isNew || child.version != before) {
            outbox.add("child.changed", child.id, child.version, ChildFact.of(child));
        }
        return versioned(child);
    }

    @Transactional
    void erase(UUID carer, UUID id) {
        erase(locked(carer, id));
    }

    private static Child locked(UUID carer, UUID id) {
        return Child.lockedOf(carer, id).orElseThrow(() -> Refusal.notFound("child"));
    }

    private void erase(Child child) {
        child.delete();
        outbox.add("child.erased", child.id, child.version + 1, new Erased(child.id, child.carerId));
    }

    private static Versioned versioned(Child child) {
        return new Versioned(ChildView.of(child), child.version);
    }

    private record ChildFact(UUID id, UUID carerId, String name, LocalDate bornOn, LocalDate dueOn) {
        static ChildFact of(Child child) {
            return new ChildFact(child.id, child.carerId, child.name, child.bornOn, child.dueOn);
        }
    }

    private record Erased(UUID id, UUID carerId) {}
}
