package org.bearhug.booking.announcement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bearhug.booking.families.Families;
import org.bearhug.booking.letters.LetterKind;
import org.bearhug.booking.letters.Letters;
import org.bearhug.booking.locks.NamedLocks;
import org.bearhug.kit.Page;
import org.bearhug.kit.Refusal;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The rules of writing to a group. Each carer gets a letter of their own, and nobody learns an address: not the
 * instructor, nor one carer another's.
 */
@ApplicationScoped
class Announcements {

    /** How many of one instructor go out in {@link #WHILE}, and to how many carers in all. */
    static final int MOST = 10;

    static final int MOST_LETTERS = 1_000;

    static final Duration WHILE = Duration.ofDays(1);

    @Inject
    NamedLocks locks;

    @Inject
    Recipients recipients;

    @Inject
    Letters letters;

    @Inject
    Families families;

    @Inject
    Clock clock;

    @ConfigProperty(name = "bearhug.public-url")
    String publicUrl;

    /**
     * Writes to all who booked.
     *
     * @throws Refusal 404 for another instructor's group, 409 {@code nobody-booked}, 429 {@code too-many-announcements}
     */
    @Transactional
    AnnouncementView write(UUID instructor, Group group, UUID id, String words) {
        String title = recipients
                .title(instructor, group, id)
                .orElseThrow(() -> Refusal.notFound(group.name().toLowerCase(Locale.ROOT)));
        List<UUID> carers = recipients.carers(instructor, group, id);
        if (carers.isEmpty()) {
            throw new Refusal(409, "nobody-booked", "Nobody has booked, so there is nobody to write to.");
        }
        requireFewer(instructor, carers.size());
        Announcement announcement = new Announcement();
        announcement.instructorId = instructor;
        announcement.group = group;
        announcement.groupId = id;
        announcement.title = title;
        announcement.words = words;
        announcement.letters = carers.size();
        announcement.sentAt = clock.instant();
        announcement.persist();
        Map<String, String> letter = Map.of(
                "instructor",
                families.carerNames(Set.of(instructor)).getOrDefault(instructor, "Your instructor"),
                "title",
                title,
                "text",
                words,
                "link",
                publicUrl + "/my-classes");
        carers.forEach(carer -> letters.write(LetterKind.ANNOUNCEMENT, carer, letter));
        return AnnouncementView.of(announcement);
    }

    private void requireFewer(UUID instructor, int more) {
        // So that two at once do not both pass for the last.
        locks.lock("announce", instructor);
        Instant now = clock.instant();
        List<Announcement> lately = Announcement.since(instructor, now.minus(WHILE));
        int written = lately.stream().mapToInt(each -> each.letters).sum();
        if (!lately.isEmpty() && (lately.size() >= MOST || written + more > MOST_LETTERS)) {
            throw new Refusal(
                            429,
                            "too-many-announcements",
                            "You wrote a lot to your groups today. Please go on tomorrow.")
                    .retryAfter(Duration.between(now, lately.get(0).sentAt.plus(WHILE)));
        }
    }

    @Transactional
    Page<AnnouncementView> page(UUID instructor, UUID group, UUID before, int limit) {
        return Page.of(
                Announcement.page(instructor, group, before, limit + 1),
                limit,
                last -> Page.Cursor.after(last.id),
                AnnouncementView::of);
    }
}
