package org.bearhug.course.entry;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One entry of a batch.
 *
 * @param entry what a PUT takes; read on its own, so that a bad one is a problem of this item alone
 */
record EntryItem(
        @NotNull @ExternalId String externalId, @NotNull @Schema(implementation = EntryWish.class) JsonNode entry) {

    EntryItem {
        // For a tree, a null that is written down is a node like others.
        entry = entry == null || entry.isNull() ? null : entry;
    }
}
