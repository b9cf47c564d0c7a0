package org.bearhug.user.family;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.bearhug.kit.Idempotency;
import org.bearhug.kit.Outbox;

/** What the other services are told of children. */
@ApplicationScoped
class ChildFacts {

    @Inject
    Outbox outbox;

    @Inject
    Idempotency idempotency;

    private record Changed(
            UUID id, UUID carerId, List<UUID> carerIds, String name, LocalDate bornOn, LocalDate dueOn) {}

    private record Erased(UUID id, UUID carerId) {}

    void changed(Child child) {
        Changed fact =
                new Changed(child.id, child.carerId, ChildCarer.of(child.id), child.name, child.bornOn, child.dueOn);
        outbox.add("child.changed", child.id, child.version, fact);
    }

    /** For good: what was told before is told no more, and no stored answer names the child. */
    void erased(Child child) {
        Erased fact = new Erased(child.id, child.carerId);
        outbox.replace(List.of(new Outbox.Fact("child.erased", child.id, child.version + 1, fact)));
        idempotency.forget(child.id);
    }
}
