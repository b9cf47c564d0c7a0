package org.bearhug.course.entry;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.bearhug.course.schedule.BlockView;
import org.bearhug.course.schedule.Money;
import org.bearhug.course.schedule.SessionView;
import org.bearhug.kit.Versions.Versioned;

/**
 * What came of writing an entry.
 *
 * @param title if it is not the course's
 */
record WrittenEntry(
        Outcome outcome,
        String externalId,
        String title,
        Money price,
        SessionView session,
        @JsonIgnore long version,
        @JsonIgnore ZoomCost cost) {

    static WrittenEntry of(Outcome outcome, String externalId, Versioned<BlockView> block, ZoomCost cost) {
        return new WrittenEntry(
                outcome,
                externalId,
                block.view().title(),
                block.view().blockPrice(),
                block.view().sessions().get(0),
                block.version(),
                cost);
    }
}
