package org.bearhug.course.entry;

import org.bearhug.course.meeting.MeetingKind;
import org.bearhug.course.schedule.SingleClasses;

/** How many meetings Zoom has to make and to change for something; both count towards a host's limit of each day. */
record ZoomCost(int creates, int updates) {

    static final ZoomCost NOTHING = new ZoomCost(0, 0);

    private static final ZoomCost CREATE = new ZoomCost(1, 0);
    private static final ZoomCost UPDATE = new ZoomCost(0, 1);

    static ZoomCost ofCreating(EntryWish wish) {
        return wish.meeting().kind() == MeetingKind.ZOOM ? CREATE : NOTHING;
    }

    static ZoomCost ofChanging(EntryWish wish, SingleClasses.Change change) {
        return wish.meeting().kind() == MeetingKind.ZOOM && change.moved() ? UPDATE : NOTHING;
    }

    ZoomCost plus(ZoomCost other) {
        return new ZoomCost(creates + other.creates, updates + other.updates);
    }
}
