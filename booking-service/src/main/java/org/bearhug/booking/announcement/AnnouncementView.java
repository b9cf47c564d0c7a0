package org.bearhug.booking.announcement;

import java.time.Instant;
import java.util.UUID;

/**
 * What was written to a group.
 *
 * @param group what {@code groupId} names
 * @param title what the class is called
 * @param letters to how many carers it went
 */
record AnnouncementView(UUID id, Group group, UUID groupId, String title, String words, int letters, Instant sentAt) {

    static AnnouncementView of(Announcement announcement) {
        return new AnnouncementView(
                announcement.id,
                announcement.group,
                announcement.groupId,
                announcement.title,
                announcement.words,
                announcement.letters,
                announcement.sentAt);
    }
}
