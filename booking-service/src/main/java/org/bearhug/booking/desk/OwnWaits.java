package org.bearhug.booking.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.bearhug.kit.Page;
import org.bearhug.kit.Refusal;

/** What a carer waits or waited for, to look at. */
@ApplicationScoped
class OwnWaits {

    @Inject
    Positions positions;

    @Inject
    Clock clock;

    /** The newest first; {@code before} is what {@link Page.Cursor#below} says. */
    @Transactional
    Page<WaitlistView> page(UUID carer, UUID before, int limit) {
        List<WaitlistEntry> entries = WaitlistEntry.page(carer, before, limit + 1);
        Map<UUID, WaitlistView> views = views(entries);
        return Page.of(entries, limit, entry -> Page.Cursor.after(entry.id), entry -> views.get(entry.id));
    }

    @Transactional
    WaitlistView get(UUID carer, UUID id) {
        return view(WaitlistEntry.of(carer, id).orElseThrow(() -> Refusal.notFound("waitlist entry")));
    }

    WaitlistView view(WaitlistEntry entry) {
        return views(List.of(entry)).get(entry.id);
    }

    private Map<UUID, WaitlistView> views(List<WaitlistEntry> entries) {
        Map<UUID, Long> standing =
                positions.of(entries.stream().map(entry -> entry.id).toList());
        Map<UUID, Hold> offers = Hold.byId(entries.stream()
                .map(entry -> entry.holdId)
                .filter(Objects::nonNull)
                .toList());
        Instant now = clock.instant();
        Map<UUID, WaitlistView> views = new LinkedHashMap<>();
        entries.forEach(entry ->
                views.put(entry.id, WaitlistView.of(entry, standing.get(entry.id), offers.get(entry.holdId), now)));
        return views;
    }
}
